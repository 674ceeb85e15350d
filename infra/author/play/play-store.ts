/** A store's whole engine in memory, with virtual time: the real service code, so that a play tells what will happen. */
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { fileTemplates } from '../../../shared/aws/file-templates.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { ScenarioBook } from '../../../shared/core/language/scenario-book.ts';
import type { Segment } from '../../../shared/core/language/segment.ts';
import type { Survey } from '../../../shared/core/language/survey.ts';
import { catalogue, facts, segments, surveys } from '../../../shared/library.ts';
import { type MemoryWorld, memoryWorld } from '../../../shared/memory/memory-world.ts';
import type { World } from '../../../shared/ports/world.ts';
import { deployedBook } from '../../../shared/service/saving/deployed-book.ts';
import { engineOf } from '../../../shared/service/saving/engine.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { productRoot } from '../library.ts';
import type { ShownShop } from '../samples/shown-shop.ts';
import { compiledFolder } from '../templates/library-build.ts';

/** What scenarios are played with. */
export interface PlayedLibrary extends ShownShop {
  readonly segments: readonly Segment[];
  readonly surveys: readonly Survey[];
  /** The folder of the built messages. */
  readonly compiled: string;
}

export interface StoreParts {
  readonly startAt: Temporal.Instant;
  readonly settings: Settings;
  readonly scenarios: readonly Scenario[];
  /** This store’s, where none is given. */
  readonly library?: PlayedLibrary | undefined;
  /** Wraps the ports, to break them on purpose. */
  readonly through?: ((world: World) => World) | undefined;
}

const own: PlayedLibrary = {
  catalogue,
  segments,
  surveys,
  facts,
  compiled: join(productRoot, compiledFolder),
};

/** `world` lies open to look into; `engine` and `sending` are what the service functions take. Throws `InvalidScenario`. */
export function openStore({ startAt, settings, scenarios, library = own, through }: StoreParts) {
  const book = deployedBook({ scenarios, ...library }, { scenarios: {} });
  const templates = fileTemplates({ directory: library.compiled, fallback: settings.locale });
  const world = memoryWorld({ startAt, settings, templates });
  return storeOn(world, through?.(world) ?? world, book, settings);
}

/** The engine on a world, asked through `ports`. */
export function storeOn(world: MemoryWorld, ports: World, book: ScenarioBook, settings: Settings) {
  const engine = engineOf(ports, book, settings);
  const sending = { ...engine, linkBaseUrl: 'https://links.example.com', remaining_ms: () => 60_000 };
  return { world, engine, sending };
}

export type OpenStore = ReturnType<typeof openStore>;
