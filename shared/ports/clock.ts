/** The time, as a port: nothing of the service asks the machine for it. */
import type { Temporal } from 'temporal-polyfill';

type Instant = Temporal.Instant;

export interface Clock {
  now(): Instant;
  sleep(delay_ms: number): Promise<void>;
}
