/** One target in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Run, runTarget } from './run-target.ts';
import { targets } from './targets.ts';

const { name, run } = workerData as { name: string; run: Run };
const target = targets.find((one) => one.name === name);
if (target) parentPort?.postMessage(await runTarget(target, run));
