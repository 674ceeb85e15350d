/** Who may still be written to as somebody new. */
import type { Filter } from '../core/language/filter.ts';

/** Has never bought, by whatever tells of it. */
export const isNewcomer: Filter = { the: 'customer.lifecycle.bought', is: false };
