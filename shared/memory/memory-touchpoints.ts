import { Temporal } from 'temporal-polyfill';
import type { RecordedTouchpoint, Touchpoint } from '../core/record/touchpoint.ts';
import type { Touchpoints } from '../ports/touchpoints.ts';
import type { Held } from './memory-rights.ts';

type Feedback = RecordedTouchpoint['feedback'];

interface Kept {
  touchpoint?: Touchpoint;
  feedback: Feedback;
}

/** `touchpoints` in memory; `all` gives every one there is. */
export function memoryTouchpoints(): Touchpoints & Held & { all(): RecordedTouchpoint[] } {
  const customers = new Map<string, Map<string, Kept>>();

  const find = (customer: string, id: string) => customers.get(customer)?.get(id);
  const findOrMake = (customer: string, id: string): Kept => {
    const ofCustomer = customers.get(customer) ?? new Map<string, Kept>();
    customers.set(customer, ofCustomer);
    const kept = ofCustomer.get(id) ?? { feedback: {} };
    ofCustomer.set(id, kept);
    return kept;
  };
  /** Feedback alone is not told: nobody has written yet what it is about. */
  const recorded = (kept: Kept | undefined): RecordedTouchpoint[] =>
    kept?.touchpoint === undefined ? [] : [{ ...kept.touchpoint, feedback: kept.feedback }];

  return {
    load: async (customer, id) => recorded(find(customer, id))[0],
    async loadMany(keys) {
      const distinct = new Map(keys.map((key) => [JSON.stringify(key), key]));
      return [...distinct.values()].flatMap(([customer, id]) => recorded(find(customer, id)));
    },
    list: async (customer) => [...(customers.get(customer)?.values() ?? [])].flatMap(recorded),
    async settle(touchpoint) {
      const kept = findOrMake(touchpoint.customer, touchpoint.id);
      if (kept.touchpoint !== undefined && kept.touchpoint.state !== 'unknown') return 'already';
      kept.touchpoint = { ...touchpoint };
      return 'settled';
    },
    async note(customer, id, kind, at) {
      const kept = findOrMake(customer, id);
      const known = kept.feedback[kind];
      if (known === undefined || Temporal.Instant.compare(at, known) < 0) {
        kept.feedback = { ...kept.feedback, [kind]: at };
      }
    },
    held: (customer) =>
      [...(customers.get(customer) ?? [])].map(([id, kept]) => ({ key: `TOUCH#${id}`, fields: { ...kept } })),
    drop: (customer, key) => void customers.get(customer)?.delete(key.replace('TOUCH#', '')),
    all: () => [...customers.values()].flatMap((ofCustomer) => [...ofCustomer.values()].flatMap(recorded)),
  };
}
