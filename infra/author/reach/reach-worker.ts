/** One of several processors that rehearse a population: takes its share, and tells of each life as it is done. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type * as Library from '../../../shared/library.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { rehearsing } from './rehearse-lives.ts';
import { type WhoIsRehearsed, whoIsRehearsed } from './who-is-rehearsed.ts';

/** Every `of`th life, from the `share`th on. */
export interface Share {
  readonly who: WhoIsRehearsed;
  readonly settings: Settings;
  /** The checkout whose library it is. */
  readonly root: string;
  readonly share: number;
  readonly of: number;
}

const { who, settings, root, share, of } = workerData as Share;
const file = pathToFileURL(path.join(root, 'shared', 'library.ts')).href;
const { scenarios, ...library }: typeof Library = await import(file);
const rehearse = rehearsing({ scenarios, settings, library });
const population = await whoIsRehearsed(who);
for (const [nth, life] of population.entries()) {
  if (nth % of === share) parentPort?.postMessage(await rehearse(life));
}
