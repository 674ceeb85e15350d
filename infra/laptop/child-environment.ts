/** What every process of the cloud has in its environment: nothing of the operator's own shell beyond the path. */
import path from 'node:path';
import { processEnvironment } from '../../shared/settings/process-environment.ts';

/** Compiled code is kept between runs, which makes a process begin in a third of the time. */
const compiled = path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'tsunagu');

export function childEnvironment(): Record<string, string> {
  return { PATH: processEnvironment().PATH ?? '', TZ: 'UTC', NODE_COMPILE_CACHE: compiled };
}

/**
 * How Node runs a process of the cloud: its own code on large pages, where the machine has such, and no stack kept of
 * errors nobody will see. Both spare processor time at each AWS call.
 */
export function childFlags(verbose: boolean): string[] {
  return ['--use-largepages=silent', ...(verbose ? [] : ['--stack-trace-limit=0'])];
}
