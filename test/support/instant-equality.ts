/** Instants have no fields of their own, so any two would pass for equal: here they are compared by their time. */
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';

expect.addEqualityTesters([
  (a: unknown, b: unknown) => {
    const [aIs, bIs] = [a instanceof Temporal.Instant, b instanceof Temporal.Instant];
    if (aIs && bIs) return (a as Temporal.Instant).equals(b as Temporal.Instant);
    return aIs || bIs ? false : undefined;
  },
]);
