/** The settings of the embedded cloud: those of cdk.json and of the store, with what a laptop needs. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { store } from '../store/store.ts';
import { InvalidSettings } from './invalid-settings.ts';
import { parseSettings, type Settings } from './settings.ts';

const file = path.join(import.meta.dirname, '..', '..', 'cdk.json');

const onLaptop = {
  stage: 'local',
  mode: 'live',
  liveOutsideProduction: true,
  busName: 'tsunagu',
  eventSource: 'storefront',
  sendRate: 1000,
  // As many as it has processes that send.
  laneConcurrency: { transactional: 2, marketing: 2 },
} as const;

function ofTheStore(): object {
  try {
    const { context } = JSON.parse(readFileSync(file, 'utf8')) as { context?: { tsunagu?: object } };
    return { ...context?.tsunagu, ...store.settings };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InvalidSettings(
      `cdk.json cannot be read (${why}): mend it, or take the one of the repository.`,
    );
  }
}

/** @param overrides what the caller wants otherwise. Throws {@link InvalidSettings}. */
export const localSettings = (overrides: Partial<Settings> = {}): Settings =>
  localSettingsOf(ofTheStore(), overrides);

/** @param told what cdk.json and the store of another checkout say. Throws {@link InvalidSettings}. */
export const localSettingsOf = (told: object, overrides: Partial<Settings> = {}): Settings =>
  parseSettings({ ...told, ...onLaptop, ...overrides });
