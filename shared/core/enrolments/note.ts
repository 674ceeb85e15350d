/** What is told of an event that was applied. */
import type { StoreEvent } from '../events/event.ts';
import type { Customer } from '../record/customer.ts';
import type { Because } from '../values/because.ts';

/** What became of an event, or of a scenario by it: for logs, metrics and tests. */
export interface Note {
  readonly because: Because;
  /** What was applied; `word` stands for one of the engine's own about many, `look` for the passing of time. */
  readonly event: StoreEvent['name'] | 'word' | 'look';
  readonly scenario?: string | undefined;
  /** Of who was not let in: the scenario that had the place. */
  readonly by?: string | undefined;
}

/** The customer after a part of a decision, and what is told of that part. */
export interface Noted {
  readonly customer: Customer;
  readonly notes: readonly Note[];
}
