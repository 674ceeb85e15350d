import { Temporal } from 'temporal-polyfill';

/** Epoch milliseconds as the control shows moments: ISO 8601 in UTC. */
export const instantText = (at_ms: number) => Temporal.Instant.fromEpochMilliseconds(at_ms).toString();
