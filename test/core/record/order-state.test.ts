import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newnessOf } from '../../../shared/core/facts/event-identity.ts';
import { isUndone } from '../../../shared/core/record/orders/order-state.ts';
import { goingCases } from './order-cases-going.ts';
import { paymentCases } from './order-cases-payment.ts';
import { piecesCases } from './order-cases-pieces.ts';
import { purposeCases } from './order-cases-purpose.ts';
import { undoingCases } from './order-cases-undoing.ts';
import { after, bank, day, events, placed, said } from './order-told.ts';

const table = [...goingCases, ...paymentCases, ...undoingCases, ...purposeCases, ...piecesCases];

test('who refuses at the door what was to be paid there is known by it, whichever fact comes first', () => {
  const told = events([
    placed({ payment: { method: '代引き' } }),
    ['DeliveryFailed', day(4), { shipment: { reason: 'refused' } }],
  ]);
  for (const some of [told, told.toReversed()])
    expect(after(some).customer.labels).toEqual(['refused-parcel']);
});

test('a refusal of before refusals had a mark is one still, and its repeat nothing new', () => {
  const [first, refusal] = events([
    placed({ payment: { method: '代引き' } }),
    ['DeliveryFailed', day(4), { shipment: { id: 's-1', reason: 'refused' } }],
  ]);
  if (!first || !refusal) throw new Error('two facts');
  const { customer } = after([first, refusal]);
  const orders = customer.orders.map((order) => ({
    ...order,
    seen: order.seen.map((word) => word.replace('!', '')),
  }));
  expect(orders.map(isUndone)).toEqual([true]);
  expect(newnessOf(refusal, { ...customer, orders })).toBe('duplicate-event');
});

test.each(table)('%s', (_, facts, says) => {
  expect(said(events(facts))).toBe(says);
});

test.each(table)('%s, in whatever order the facts come', (_, facts, says) => {
  const told = events(facts);
  const shuffled = fc.shuffledSubarray(told, { minLength: told.length });
  fc.assert(
    fc.property(shuffled, (some) => {
      expect(said(some)).toBe(says);
    }),
    { numRuns: 24 },
  );
});

test('any facts of one order say the same in any order, and each of them once', () => {
  const whole = events(table.flatMap(([, facts]) => facts.slice(1)));
  const first = events([placed(bank)]);
  const some = fc.subarray(whole, { maxLength: 6 }).filter((list) => {
    const identities = list.map((event) =>
      JSON.stringify([event.name, event.detail.shipment, event.detail.refund]),
    );
    const words = list.map(({ name, detail }) => `${name} ${detail.shipment?.id} ${detail.refund?.id}`);
    return new Set(identities).size === list.length && new Set(words).size === list.length;
  });
  const orders = some.chain((list) => {
    const told = [...first, ...list];
    return fc.tuple(
      fc.constant(told),
      fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 }),
    );
  });
  fc.assert(
    fc.property(orders, ([told, shuffled]) => {
      expect(said(shuffled)).toBe(said(told));
    }),
    { numRuns: 300 },
  );
});
