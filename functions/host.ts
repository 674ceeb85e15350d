/** Who runs the functions: Lambda, or the embedded cloud with a time and an environment of its own. */
import { systemClock } from '../shared/aws/system-clock.ts';
import type { Clock } from '../shared/ports/clock.ts';
import { processEnvironment, type Variables } from '../shared/settings/process-environment.ts';

export interface Host {
  readonly clock: Clock;
  readonly environment: Variables;
}

export const lambdaHost: Host = { clock: systemClock, environment: processEnvironment() };
