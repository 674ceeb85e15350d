/** Whoever began this part of the cloud, seen from within it: a thread and a process tell and hear alike. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadLine } from './line/line.ts';

/** To be called first by whoever is such a part: its end and its output are its parent's. */
export function liveWithParent(): void {
  if (parentPort) {
    // A thread writes through its parent, line by line: what nobody wants to see is not written at all.
    if (process.argv.includes('--quiet')) writeNothing();
    return;
  }
  // A process leaves its end to its parent: Ctrl-C reaches the whole group.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  process.on('disconnect', () => process.exit(0));
}

function writeNothing(): void {
  Error.stackTraceLimit = 0;
  const silent = () => true;
  process.stdout.write = silent;
  process.stderr.write = silent;
}

export const tellParent = (message: object) =>
  parentPort ? parentPort.postMessage(message) : process.send?.(message);

export const hearParent = <Message>(listener: (message: Message) => void) =>
  parentPort
    ? parentPort.on('message', listener)
    : process.on('message', (message) => listener(message as Message));

/** The lines that a thread was begun with. */
export const linesGiven = (): readonly ThreadLine[] =>
  (workerData as { readonly lines?: readonly ThreadLine[] } | null)?.lines ?? [];
