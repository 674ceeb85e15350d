/** Who may still be written to as somebody new. */
import type { Filter } from '../core/language/filter.ts';

/** A question or a complaint that nobody has answered yet. */
export const hasOpenCase: Filter = { the: 'customer.helps.id', exists: true };

/** Has never bought, by whatever tells of it, and waits for no answer of ours. */
export const isNewcomer: Filter = {
  all: [{ the: 'customer.lifecycle.bought', is: false }, { not: hasOpenCase }],
};
