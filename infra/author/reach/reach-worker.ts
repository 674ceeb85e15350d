/** One of several processors that rehearse a population: takes its share, and tells of each life as it is done. */
import { parentPort, workerData } from 'node:worker_threads';
import { catalogue, facts, scenarios, segments, surveys } from '../../../shared/library.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { rehearsing } from './rehearse-lives.ts';
import { type WhoIsRehearsed, whoIsRehearsed } from './who-is-rehearsed.ts';

/** Every `of`th life, from the `share`th on. */
export interface Share {
  readonly options: WhoIsRehearsed;
  readonly settings: Settings;
  readonly share: number;
  readonly of: number;
}

const { options, settings, share, of } = workerData as Share;
const rehearse = rehearsing({ scenarios, settings, library: { catalogue, facts, segments, surveys } });
const population = await whoIsRehearsed(options);
for (const [nth, life] of population.entries()) {
  if (nth % of === share) parentPort?.postMessage(await rehearse(life));
}
