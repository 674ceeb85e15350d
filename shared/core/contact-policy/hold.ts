import type { Temporal } from 'temporal-polyfill';
import type { Because } from '../values/because.ts';

/** Why a message waits, and until when. */
export interface Hold {
  readonly because: Because;
  readonly until: Temporal.Instant;
  /** What it waits behind: `scenario/step`, or the campaign of an offer. */
  readonly by?: string | undefined;
}
