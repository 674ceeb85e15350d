/** Which runs of two records are one when they are joined, and which go on side by side. */
import { expect, test } from 'vitest';
import { handedOver, takenOver } from '../../../shared/core/promises/merge-customers.ts';
import { type Customer, type Enrolment, newCustomer } from '../../../shared/core/record/customer.ts';
import { enrolmentId } from '../../../shared/core/values/ids.ts';
import { at } from '../../support/events.ts';

const now = at('2026-03-02 12:30');

function run(customer: string, scenario: string, parts: Partial<Enrolment>): Enrolment {
  const key = parts.key ?? now.toString();
  const id = enrolmentId({ store: 'mori', customer, scenario, key });
  const common = { version: 1, key, enteredAt: now, step: 'a', since: now, due: now, arm: 0 };
  return { id, scenario, lane: 'marketing', ...common, ...parts };
}

const orderMail = (order: string, key = order): [string, Partial<Enrolment>] => [
  'parcel-shipped',
  { lane: 'transactional', order, key },
];

type Told = readonly (readonly [string, Partial<Enrolment>])[];

/** What runs in the record that stays, by scenario and what it is about. */
function joined(to: Told, from: Told): string[] {
  const withRuns = (id: string, told: Told): Customer => ({
    ...newCustomer('mori', id),
    enrolments: told.map(([scenario, parts]) => run(id, scenario, parts)),
  });
  const gone = handedOver(withRuns('c-old', from), 'c-1', now, { at: now });
  return takenOver(withRuns('c-1', to), gone)
    .enrolments.filter(({ ended }) => !ended)
    .map(({ scenario, order, about, key }) => `${scenario} ${order ?? about ?? ''} ${key}`)
    .toSorted();
}

test('mail about two orders, and about two parcels of one, goes on for each', () => {
  const all = joined([orderMail('o-1', 'o-1/s-1')], [orderMail('o-2'), orderMail('o-1', 'o-1/s-2')]);
  expect(all).toEqual(['parcel-shipped o-1 o-1/s-1', 'parcel-shipped o-1 o-1/s-2', 'parcel-shipped o-2 o-2']);
});

test('mail about one order that both tell of goes on once', () => {
  expect(joined([orderMail('o-1')], [orderMail('o-1')])).toEqual(['parcel-shipped o-1 o-1']);
});

test('a story about nothing but herself goes on once, whenever it began', () => {
  expect(joined([['welcome', { key: 'a' }]], [['welcome', { key: 'b' }]])).toEqual(['welcome  a']);
});

test('stories about two orders or carts go on side by side, about one as one', () => {
  const cart = (about: string, key: string): [string, Partial<Enrolment>] => ['cart', { about, key }];
  const all = joined([cart('cart:1', 'a')], [cart('cart:2', 'b'), cart('cart:1', 'c')]);
  expect(all).toEqual(['cart cart:1 a', 'cart cart:2 b']);
});
