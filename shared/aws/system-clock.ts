import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../ports/clock.ts';

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  sleep: (delay_ms) => new Promise((done) => setTimeout(done, delay_ms)),
};
