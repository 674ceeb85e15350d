import { expect, test } from 'vitest';
import { joinedRefusals, withRefusals } from '../../../shared/core/facts/refused-entries.ts';
import { takenOver } from '../../../shared/core/promises/merge-customers.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { decodeRecord, encodeRecord } from '../../../shared/core/record/record-codec.ts';
import { at, placed } from '../../support/events.ts';
import { late, storeWith } from '../../support/given.ts';
import { marketing, send, transactional, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const steps = [waitFor('wait', { days: 9 }), send('b')];
const note = (scenario: string, because: 'too-late' | 'filter-not-met' | 'entered' | 'group-running') => ({
  scenario,
  because,
});

test('an order that comes too late is kept as the last reason of each scenario it would have begun', () => {
  const store = storeWith([transactional(), marketing({ steps })]);
  const { customer } = store.given(late(placed('o-1', monday), '2026-03-06 12:30'));
  expect(customer.refused).toEqual([
    { scenario: 'thanks', because: 'too-late', at: at('2026-03-06 12:30') },
    { scenario: 'letters', because: 'too-late', at: at('2026-03-06 12:30') },
  ]);
  expect(decodeRecord(encodeRecord(customer)).refused).toEqual(customer.refused);
  // Let in the next time, she was refused no more.
  const { customer: next } = store.from(customer).when(placed('o-2', '2026-03-06 13:00'));
  expect(next.refused).toBeUndefined();
});

test('a group that is taken is kept with what took it, the last word of each scenario alone', () => {
  const one = marketing({ id: 'one', group: 'g', steps, trigger: { whileRunning: 'ignore' } });
  const other = marketing({ id: 'other', group: 'g', steps });
  const { customer } = storeWith([one, other]).given(
    placed('o-1', monday),
    placed('o-2', '2026-03-03 12:30'),
  );
  expect(customer.refused).toEqual([
    { scenario: 'other', because: 'group-running', at: at('2026-03-03 12:30'), by: 'one' },
  ]);
  expect(decodeRecord(encodeRecord(customer)).refused).toEqual(customer.refused);
});

test('what the filter or the record tells by itself is not kept, and without a save nothing is', () => {
  const customer = newCustomer('mori', 'c-1');
  expect(withRefusals(customer, [note('a', 'filter-not-met')], at(monday))).toBe(customer);
  const store = storeWith([marketing({ steps })]);
  const known = store.given(placed('o-1', monday)).customer;
  expect(store.from(known).when(placed('o-1', monday)).customer).toBe(known);
});

test('of more than twelve scenarios the oldest go, in one record and in two that become one', () => {
  let customer = newCustomer('mori', 'c-1');
  for (let n = 0; n < 15; n += 1)
    customer = withRefusals(customer, [note(`s-${n}`, 'too-late')], at(monday).add({ minutes: n }));
  expect(customer.refused?.map(({ scenario }) => scenario)).toEqual(
    Array.from({ length: 12 }, (_, n) => `s-${n + 3}`),
  );
  const other = withRefusals(
    newCustomer('mori', 'c-2'),
    [note('s-14', 'group-running')],
    at('2026-04-01 09:00'),
  );
  expect(joinedRefusals(customer.refused, other.refused)).toHaveLength(12);
  expect(takenOver(other, customer).refused?.at(-1)).toMatchObject({
    scenario: 's-14',
    because: 'group-running',
  });
  expect(joinedRefusals(undefined, undefined)).toBeUndefined();
});

test('what was refused three months ago is kept no more, and goes with any save', () => {
  const customer = withRefusals(newCustomer('mori', 'c-1'), [note('a', 'too-late')], at(monday));
  expect(withRefusals(customer, [], at('2026-05-31 12:29'))).toBe(customer);
  expect(withRefusals(customer, [], at('2026-05-31 12:31')).refused).toBeUndefined();
});
