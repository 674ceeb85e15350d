/** Rehearses a whole population on all processors. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { Share } from './reach-worker.ts';
import type { Rehearsal } from './rehearse-lives.ts';
import type { WhoIsRehearsed } from './who-is-rehearsed.ts';

/**
 * In the order of the lives' names, whichever came first.
 *
 * @param lives how many there are: no more processors are asked
 * @param onLife after each
 */
export async function rehearsePopulation(
  options: WhoIsRehearsed,
  settings: Settings,
  lives: number,
  onLife: () => void,
): Promise<Rehearsal[]> {
  const of = Math.min(lives, availableParallelism());
  const shares = await Promise.all(
    Array.from({ length: of }, (_, share) => inWorker({ options, settings, share, of }, onLife)),
  );
  return shares.flat().toSorted((a, b) => (a.life < b.life ? -1 : 1));
}

function inWorker(workerData: Share, onLife: () => void): Promise<Rehearsal[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Rehearsal[]>();
  const done: Rehearsal[] = [];
  const worker = new Worker(new URL('./reach-worker.ts', import.meta.url), { workerData });
  worker.on('message', (rehearsal: Rehearsal) => {
    done.push(rehearsal);
    onLife();
  });
  worker.on('error', reject);
  worker.on('exit', () => resolve(done));
  return promise;
}
