/** What every process of the cloud has in its environment: nothing of the operator's own shell beyond the path. */
import path from 'node:path';
import { processEnvironment } from '../../shared/settings/process-environment.ts';

/** Compiled code is kept between runs, which makes a process begin in a third of the time. */
export const compiledCode = path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'tsunagu');

export function childEnvironment(): Record<string, string> {
  return { PATH: processEnvironment().PATH ?? '', TZ: 'UTC', NODE_COMPILE_CACHE: compiledCode };
}

/**
 * Several processes and threads run side by side on a machine that has other things to do, and left to itself each takes
 * hundreds of megabytes before it looks for garbage: here at two fifths more than what was in use.
 */
export const smallHeap = '--heap-growing-percent=40';

/** How Node runs a process of the cloud; no stack is kept of errors nobody will see, which spares time at each AWS call. */
export function childFlags(verbose: boolean): string[] {
  return [smallHeap, '--max-semi-space-size=4', ...(verbose ? [] : ['--stack-trace-limit=0'])];
}
