import { expect, test } from 'vitest';
import { newnessOf } from '../../../shared/core/facts/event-identity.ts';
import { withFacts } from '../../../shared/core/facts/facts.ts';
import { joinedRings, stillSeen, withWord } from '../../../shared/core/facts/seen-ring.ts';
import { type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import { at, event } from '../../support/events.ts';
import { settings } from '../../support/settings.ts';

const on = (day: string) => ({ at: at(`${day} 09:00`), settings: { ...settings, archiveDays: 90 } });
const words = (seen: readonly string[]) => seen.filter((word) => !word.startsWith('@'));

test('a word is kept as long as the archive may bring its event again, and a month more', () => {
  const early = withWord(['aaaaaaaaaaaa'], 'bbbbbbbbbbbb', on('2026-03-01'));
  const late = withWord(early, 'cccccccccccc', on('2026-06-20'));
  expect(words(late)).toHaveLength(3);
  expect(words(stillSeen(late, on('2026-06-29')))).toHaveLength(3);
  expect(words(stillSeen(late, on('2026-07-02')))).toEqual(['bbbbbbbbbbbb', 'cccccccccccc']);
  expect(words(stillSeen(late, on('2026-10-19')))).toEqual(['cccccccccccc']);
});

test('an archive that keeps longer makes memory longer', () => {
  const { settings: _, ...day } = on('2028-03-01');
  const long = { ...day, settings: { ...settings, archiveDays: 3650 } };
  const seen = withWord(['aaaaaaaaaaaa'], 'bbbbbbbbbbbb', on('2026-03-01'));
  expect(stillSeen(seen, long)).toBe(seen);
});

test('words of two records that become one are kept, whatever their marks said', () => {
  const one = withWord(['aaaaaaaaaaaa'], 'bbbbbbbbbbbb', on('2026-03-01'));
  const other = withWord(['cccccccccccc'], 'aaaaaaaaaaaa', on('2020-03-01'));
  const joined = joinedRings(one, other);
  expect(joined).toEqual(['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc']);
  expect(stillSeen(joined, on('2026-03-02'))).toEqual(joined);
});

const look = (when: string, product = 'p-1', more: object = {}) =>
  event('ProductViewed', when, { eventId: `e-${when}`, product: { id: product, name: 'jar' }, ...more });
const after = (customer: Customer, ...looks: ReturnType<typeof look>[]) =>
  looks.reduce((known, one) => withFacts(known, one, on('2026-03-01')).customer, customer);

test('a look that the record keeps is known by it, an earlier one and a lost one by their hash', () => {
  const [first, second] = [look('2026-03-01T01:00:00Z'), look('2026-03-01T02:00:00Z')];
  const one = after(newCustomer('shop', 'c-1'), first);
  expect(one.seen).toEqual([]);
  expect(newnessOf(first, one)).toBe('duplicate-event');
  expect(newnessOf(second, one)).toBe('new');
  const both = [after(one, second), after(newCustomer('shop', 'c-1'), second, first)];
  for (const customer of both) {
    expect(customer.seen).toHaveLength(1);
    expect([first, second].map((told) => newnessOf(told, customer))).toEqual(
      Array(2).fill('duplicate-event'),
    );
  }
  const others = Array.from({ length: 8 }, (_, nth) => look(`2026-03-01T03:0${nth}:00Z`, `p-${nth + 2}`));
  const crowded = after(one, ...others);
  expect(crowded.views.map(({ productId }) => productId)).not.toContain('p-1');
  expect(newnessOf(first, crowded)).toBe('duplicate-event');
});
