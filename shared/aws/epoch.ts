/** Moments as the numbers DynamoDB compares: record fields use `stored-instant.ts` instead, which rounds nothing. */
import { Temporal } from 'temporal-polyfill';

type Instant = Temporal.Instant;

/** Epoch seconds, rounded up, so that nothing is found before its time. */
export const seconds = (at: Instant) => Math.ceil(at.epochMilliseconds / 1000);
export const fromSeconds = (epoch_s: number) => Temporal.Instant.fromEpochMilliseconds(epoch_s * 1000);

/** Epoch milliseconds. */
export const milliseconds = (at: Instant) => at.epochMilliseconds;
export const fromMilliseconds = (epoch_ms: number) => Temporal.Instant.fromEpochMilliseconds(epoch_ms);
