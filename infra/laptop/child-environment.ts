/** What every process of the cloud has in its environment: nothing of the operator's own shell beyond the path. */
import path from 'node:path';
import { processEnvironment } from '../../shared/settings/process-environment.ts';

/** Compiled code is kept between runs, which makes a process begin in a third of the time. */
export const compiledCode = path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'tsunagu');

export function childEnvironment(): Record<string, string> {
  return { PATH: processEnvironment().PATH ?? '', TZ: 'UTC', NODE_COMPILE_CACHE: compiledCode };
}

/**
 * How Node runs a process of the cloud: in a small heap, for several run side by side on a machine that has other things
 * to do, and left to itself each takes what it gets before it looks for what is garbage; and no stack kept of errors
 * nobody will see, which spares processor time at each AWS call.
 *
 * @param heap_megabytes of objects that live on; the young ones have a few more
 */
export function childFlags(verbose: boolean, heap_megabytes: number): string[] {
  return [
    `--max-old-space-size=${heap_megabytes}`,
    '--max-semi-space-size=4',
    ...(verbose ? [] : ['--stack-trace-limit=0']),
  ];
}
