/** Rehearses a whole population on all processors. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { productRoot } from '../library.ts';
import type { Share } from './reach-worker.ts';
import type { Rehearsal } from './rehearse-lives.ts';
import { whoIsRehearsed } from './who-is-rehearsed.ts';

/** `root`: this checkout unless given. */
export type Rehearsing = Pick<Share, 'who' | 'settings'> & Partial<Pick<Share, 'root'>>;

/**
 * In the order of the lives' names, whichever came first.
 *
 * @param begun is told how many there are, and answers with what is called after each
 */
export async function rehearsePopulation(
  { who, settings, root = productRoot }: Rehearsing,
  begun: (lives: number) => () => void,
): Promise<Rehearsal[]> {
  const lives = (await whoIsRehearsed(who)).length;
  const onLife = begun(lives);
  const of = Math.min(lives, availableParallelism());
  const shares = await Promise.all(
    Array.from({ length: of }, (_, share) => inWorker({ who, settings, root, share, of }, onLife)),
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
