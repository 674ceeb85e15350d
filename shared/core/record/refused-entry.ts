/** Why somebody was not let into a scenario, of the moment: what its filter or the record still says can be asked again. */
import type { Temporal } from 'temporal-polyfill';
import type { Because } from '../values/because.ts';

/** A letter each. Letters are stored: add others, and change none. */
export const refusalLetters = {
  'too-late': 'l',
  'group-running': 'g',
  'too-many-at-once': 'm',
  'not-in-limit': 'n',
  'older-than-running': 'o',
  'order-ended-before': 'e',
} as const satisfies Partial<Record<Because, string>>;

export type KeptRefusal = keyof typeof refusalLetters;

export interface RefusedEntry {
  readonly scenario: string;
  readonly because: KeptRefusal;
  readonly at: Temporal.Instant;
  /** The scenario that had the place, where one did. */
  readonly by?: string | undefined;
}

export const isKeptRefusal = (because: Because): because is KeptRefusal =>
  Object.hasOwn(refusalLetters, because);

/** Somebody stays outside though the scenario was meant for them: refused, or let in later. */
export const staysOutside = (because: Because): boolean =>
  isKeptRefusal(because) || because === 'waits-for-group';
