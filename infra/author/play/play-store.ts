/** A store's whole engine in memory, with virtual time: the real service code, so that a play tells what will happen. */
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { fileTemplates } from '../../../shared/aws/file-templates.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { openBook } from '../../../shared/core/language/scenario-book.ts';
import { memoryWorld } from '../../../shared/memory/memory-world.ts';
import type { World } from '../../../shared/ports/world.ts';
import { segments } from '../../../shared/scenarios/segments.ts';
import { engineOf } from '../../../shared/service/saving/engine.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { catalogue } from '../../../shared/templates/catalogue.ts';

export interface StoreParts {
  readonly startAt: Temporal.Instant;
  readonly settings: Settings;
  readonly scenarios: readonly Scenario[];
  /** Wraps the ports, to break them on purpose. */
  readonly through?: ((world: World) => World) | undefined;
}

const compiled = join(import.meta.dirname, '..', '..', '..', 'dist', 'templates');

/** `world` lies open to look into; `engine` and `sending` are what the service functions take. Throws `InvalidScenario`. */
export function openStore({ startAt, settings, scenarios, through }: StoreParts) {
  const templates = fileTemplates({ directory: compiled, fallback: settings.locale });
  const world = memoryWorld({ startAt, settings, templates });
  const ports: World = through?.(world) ?? world;
  const engine = engineOf(ports, openBook(scenarios, catalogue, segments), settings);
  const sending = { ...engine, linkBaseUrl: 'https://links.example.com', remaining_ms: () => 60_000 };
  return { world, engine, sending };
}

export type OpenStore = ReturnType<typeof openStore>;
