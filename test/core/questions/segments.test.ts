import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { openBook } from '../../../shared/core/language/scenario-book.ts';
import { nextMoment, segmentsOf, withSegments } from '../../../shared/core/questions/segments.ts';
import { type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import { settings } from '../../support/given.ts';
import { lifecycle } from '../../support/store-by-clock.ts';

const book = openBook([], {}, lifecycle);
const around = { settings: { ...settings, segmentsTold: lifecycle.map(({ name }) => name) }, book };
const now = Temporal.Instant.from('2026-06-01T00:00:00Z');
const daysAgo = (days: number) => now.subtract({ hours: 24 * days });

/** A customer who ordered so many days ago, 10,000 each. */
function buyer(...days: number[]): Customer {
  const times = days.map(daysAgo);
  return {
    ...newCustomer('mori', 'c-1'),
    lifecycle: { orders: days.length, firstOrderAt: times.at(-1), lastOrderAt: times[0] },
    orders: times.map((placedAt, i) => ({
      id: `o-${i}`,
      seen: ['OrderPlaced'],
      at: placedAt,
      placedAt,
      total: 10_000,
    })),
  };
}

describe('the segments of a customer', () => {
  test('lifecycle segments exclude one another', () => {
    expect(segmentsOf(newCustomer('mori', 'c-1'), now, around)).toEqual(['prospect']);
    expect(segmentsOf(buyer(3), now, around)).toEqual(['first-time']);
    expect(segmentsOf(buyer(3, 200), now, around)).toEqual(['regular']);
    expect(segmentsOf(buyer(3, 100, 200, 300), now, around)).toEqual(['vip']);
    expect(segmentsOf(buyer(100), now, around)).toEqual(['dormant']);
    expect(segmentsOf(buyer(180), now, around)).toEqual(['churned']);
  });

  test('a change is noted with its moment, and told once', () => {
    const first = withSegments(buyer(89), now, around, 'e1');
    expect(first.entered).toEqual(['first-time']);
    expect(first.customer.segments).toEqual({ 'first-time': now });
    const later = now.add({ hours: 24 });
    const second = withSegments(first.customer, later, around, 'look/1');
    expect([second.entered, second.left]).toEqual([['dormant'], ['first-time']]);
    expect(second.customer.segments).toEqual({ dormant: later });
    expect(second.pending.map(({ name, detail, by }) => [name, detail.segment, detail.change, by])).toEqual([
      ['SegmentChanged', 'first-time', 'left', 'look/1'],
      ['SegmentChanged', 'dormant', 'entered', 'look/1'],
    ]);
    expect(withSegments(second.customer, later, around, 'look/2').customer).toBe(second.customer);
  });

  test('a segment that the book has no more is forgotten without a word', () => {
    const old = { ...newCustomer('mori', 'c-1'), segments: { prospect: now, gone: now } };
    const after = withSegments(old, now, around, 'e1');
    expect(after.customer.segments).toEqual({ prospect: now });
    expect(after.pending).toEqual([]);
  });
});

describe('the next moment', () => {
  test('is the day the last order grows old', () => {
    expect(nextMoment(buyer(10), now, around)).toEqual(daysAgo(10).add({ hours: 24 * 90 }));
    expect(nextMoment(buyer(100), now, around)).toEqual(daysAgo(100).add({ hours: 24 * 180 }));
  });

  test('is the day an order falls out of the year', () => {
    const vip = buyer(3, 100, 200, 364);
    expect(nextMoment(vip, now, around)).toEqual(now.add({ hours: 24 }));
  });

  test('does not come for whom no time changes', () => {
    expect(nextMoment(newCustomer('mori', 'c-1'), now, around)).toBeUndefined();
    expect(nextMoment(buyer(500), now, around)).toBeUndefined();
  });

  test('does not come where a bound is passed and nothing turns', () => {
    const twoOfMany = buyer(3, 300);
    expect(nextMoment(twoOfMany, now, around)).toEqual(daysAgo(3).add({ hours: 24 * 90 }));
  });

  test('is neither too late nor for nothing: until then every segment answers as it does now', () => {
    const orders = fc.array(fc.integer({ min: 0, max: 9000 }), { maxLength: 6 });
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 500 * 24 * 60 }), (hours, minutes) => {
        const days = hours.sort((a, b) => a - b).map((hour) => hour / 24);
        const customer = buyerAtHours(days);
        const next = nextMoment(customer, now, around);
        const then = now.add({ minutes });
        const known = segmentsOf(customer, now, around);
        if (next) expect(segmentsOf(customer, next.subtract({ seconds: 1 }), around)).toEqual(known);
        if (next) expect(segmentsOf(customer, next, around)).not.toEqual(known);
        if (next && Temporal.Instant.compare(then, next) >= 0) return;
        expect(segmentsOf(customer, then, around)).toEqual(known);
      }),
      { numRuns: 500 },
    );
  });

  test('leads through every change: from moment to moment nothing is missed', () => {
    const customer = buyer(3, 100, 200, 364);
    const seen: string[] = [];
    let at: Temporal.Instant | undefined = now;
    for (let i = 0; at && i < 50; i += 1) {
      const names = segmentsOf(customer, at, around).join();
      if (seen.at(-1) !== names) seen.push(names);
      at = nextMoment(customer, at, around);
    }
    expect(seen).toEqual(['vip', 'regular', 'dormant', 'churned']);
    expect(at).toBeUndefined();
  });
});

function buyerAtHours(days: readonly number[]): Customer {
  const customer = buyer(...days.map(() => 0));
  const times = days.map((day) => now.subtract({ minutes: Math.round(day * 24 * 60) }));
  return {
    ...customer,
    lifecycle: { ...customer.lifecycle, firstOrderAt: times.at(-1), lastOrderAt: times[0] },
    orders: customer.orders.map((order, i) => ({ ...order, placedAt: times[i] })),
  };
}
