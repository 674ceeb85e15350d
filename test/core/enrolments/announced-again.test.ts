/** A sale or product that is announced again: a run of its own where the scenario says so, else none. */
import { expect, test } from 'vitest';
import { applyStoreWide } from '../../../shared/core/enrolments/apply-store-wide.ts';
import type { EventTrigger } from '../../../shared/core/language/trigger.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import { minutes } from '../../../shared/core/values/duration.ts';
import { at as instantOf, registered } from '../../support/events.ts';
import { storeWith } from '../../support/given.ts';
import { marketing, send, waitFor } from '../../support/scenarios.ts';

const november = '2026-11-05 12:00';
const december = '2026-12-28 12:00';

function announcedTwice(
  on: 'SaleAnnounced' | 'ProductAnnounced',
  oncePer: EventTrigger['oncePer'],
  eventIds: readonly [string, string],
  second = december,
): readonly string[] {
  const trigger = { on, oncePer, whileRunning: 'parallel' } as const;
  const steps = [waitFor('moment', minutes(1)), send('b')];
  const store = storeWith([marketing({ id: 'told', trigger, steps })]);
  const tell = (customer: Customer, eventId: string, at: string) => {
    const detail = { eventId, product: { id: 'p-11' }, sale: { id: 's-11' } };
    const occurredAt = instantOf(at);
    return applyStoreWide(customer, { name: on, occurredAt, detail }, store.around(occurredAt)).customer;
  };
  const first = tell(store.given(registered('2026-11-05 11:00')).customer, eventIds[0], november);
  // By the second the record has let go of the run of the first, unless that bars the next.
  const bare = second === december ? { ...first, enrolments: [] } : first;
  const then = tell(bare, eventIds[1], second);
  return [...first.enrolments, ...then.enrolments.filter((one) => !first.enrolments.includes(one))].map(
    ({ id }) => id,
  );
}

const every = { every: minutes(330) };

test.each(['SaleAnnounced', 'ProductAnnounced'] as const)(
  '%s of the same thing weeks later begins a run of its own, whose messages are not those of the first',
  (on) => {
    const ids = announcedTwice(on, every, ['e-1', 'e-2']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  },
);

test('the same announcement told twice begins one run', () => {
  expect(announcedTwice('ProductAnnounced', every, ['e-1', 'e-1'], '2026-11-05 18:00')).toHaveLength(1);
});

test('one within the span begins none', () => {
  expect(announcedTwice('ProductAnnounced', every, ['e-1', 'e-2'], '2026-11-05 13:00')).toHaveLength(1);
});

test('a thing that is counted by its id begins one run, however often it is announced', () => {
  const byId = { key: 'product.id' } as const;
  expect(announcedTwice('ProductAnnounced', byId, ['e-1', 'e-2'], '2026-11-06 12:00')).toHaveLength(1);
});
