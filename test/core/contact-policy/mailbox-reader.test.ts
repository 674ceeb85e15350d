/** Who of several customers with one address gets what is about nobody in particular. */
import { expect, test } from 'vitest';
import { readerOf } from '../../../shared/core/contact-policy/mailbox-reader.ts';
import type { Holder } from '../../../shared/core/record/suppression.ts';
import { at } from '../../support/events.ts';

const [jan, feb, mar] = ['2026-01-05 10:00', '2026-02-05 10:00', '2026-03-05 10:00'].map((day) => at(day));
const reader = (holders: Readonly<Record<string, Holder>>) => readerOf({ key: 'k', holders }, 'news');
const granted = ['news', 'tips'] as const;

test('the newest purchase reads', () => {
  expect(
    reader({
      a: { granted, boughtAt: jan, since: jan },
      b: { granted, boughtAt: mar, since: feb },
      c: { granted, since: jan },
    }),
  ).toBe('b');
});

test('without a purchase whoever has had the address longest reads', () => {
  expect(reader({ b: { granted, since: feb }, a: { granted, since: mar }, c: { granted } })).toBe('b');
});

test('who has bought at no moment that is known reads before who never did', () => {
  expect(reader({ a: { granted, since: jan }, b: { granted, bought: true, since: mar } })).toBe('b');
});

test('nobody without a grant of the topic silences another, however old or good a customer', () => {
  expect(
    reader({
      a: { granted: [], boughtAt: mar, since: jan },
      b: { granted: ['tips'], boughtAt: mar, since: jan },
      c: { granted, since: mar },
    }),
  ).toBe('c');
});

test('where nobody is known to have granted there is no reader', () => {
  expect(reader({ a: {}, b: { granted: ['tips'] } })).toBeUndefined();
  expect(readerOf(undefined, 'news')).toBeUndefined();
  expect(readerOf({ key: 'k' }, 'news')).toBeUndefined();
});

test('of two alike it is always the same one', () => {
  const both = { granted, boughtAt: jan, since: jan };
  expect([reader({ a: both, b: both }), reader({ b: both, a: both })]).toEqual(['a', 'a']);
});
