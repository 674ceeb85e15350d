/** Which deployment a command is about: one on AWS, or the embedded cloud on this machine. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { InvalidSettings } from '../../../shared/settings/invalid-settings.ts';
import { localSettings } from '../../../shared/settings/local-settings.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { namesOf, type StackNames } from '../../stack/names.ts';
import { readSettings } from '../../stack/read-settings.ts';
import { WrongUsage } from '../../terminal/refusal.ts';
import { type CliClock, localClock, machineClock } from './cli-clock.ts';
import { type Clients, clientsOf } from './clients.ts';

export const defaultLocalUrl = 'http://localhost:4600';

export interface TargetOptions {
  /** `true`: the embedded cloud at its usual address; text: its address; absent: AWS. */
  readonly local?: boolean | string | undefined;
  readonly store?: string | undefined;
  readonly stage?: string | undefined;
  readonly bus?: string | undefined;
}

export interface Target {
  readonly settings: Settings;
  readonly names: StackNames;
  readonly clients: Clients;
  readonly clock: CliClock;
  readonly isLocal: boolean;
  /** Says which deployment it is. */
  readonly called: string;
}

const cdkFile = path.join(import.meta.dirname, '..', '..', '..', 'cdk.json');

function settingsOfCdk(): Settings {
  try {
    const { context } = JSON.parse(readFileSync(cdkFile, 'utf8')) as { context?: { tsunagu?: unknown } };
    return readSettings(context?.tsunagu);
  } catch (error) {
    if (error instanceof InvalidSettings) throw error;
    throw new WrongUsage(`cdk.json cannot be read (${String(error)}): mend it.`);
  }
}

function checkName(what: string, name: string | undefined): void {
  if (name === undefined || /^[a-z][a-z0-9-]{0,19}$/.test(name)) return;
  throw new WrongUsage(`--${what} is 1 to 20 of a-z, 0-9 and "-", beginning with a letter.`);
}

function addressOf(local: boolean | string): string {
  const url = local === true ? defaultLocalUrl : String(local);
  if (URL.canParse(url) && /^https?:/.test(url)) return url.replace(/\/+$/, '');
  throw new WrongUsage(`--local takes the address of the embedded cloud, such as ${defaultLocalUrl}.`);
}

/** Throws `WrongUsage` or `InvalidSettings`; nothing is asked of the deployment yet. */
export function openTarget({ local, store, stage, bus }: TargetOptions): Target {
  checkName('store', store);
  checkName('stage', stage);
  const url = local === undefined || local === false ? undefined : addressOf(local);
  const base = url === undefined ? settingsOfCdk() : localSettings();
  const settings: Settings = {
    ...base,
    store: store ?? base.store,
    stage: stage ?? base.stage,
    busName: bus ?? base.busName,
  };
  const names = namesOf(settings);
  return {
    settings,
    names,
    clients: clientsOf(url),
    clock: url === undefined ? machineClock : localClock(url),
    isLocal: url !== undefined,
    called: url === undefined ? names.prefix : `${names.prefix} (embedded cloud at ${url})`,
  };
}
