import { describe, expect, test } from 'vitest';
import { matchesPattern } from '../../../infra/laptop/bus/event-pattern-match.ts';

const event = {
  source: 'storefront',
  'detail-type': 'OrderPlaced',
  detail: {
    order: {
      total: 5400,
      gift: false,
      coupon: null,
      items: [
        { id: 'p-1', n: 1 },
        { id: 'p-2', n: 9 },
      ],
    },
    customer: { email: 'Hana@Example.com', tags: ['vip', 'member'] },
  },
};
const order = (wanted: object) => ({ detail: { order: wanted } });
const email = (filter: object) => ({ detail: { customer: { email: [filter] } } });

describe('a pattern takes', () => {
  test.each<[string, object]>([
    ['one of several values', { source: ['warehouse', 'storefront'] }],
    ['all its fields together', { source: ['storefront'], 'detail-type': ['OrderPlaced'] }],
    ['a number, a boolean and null', order({ total: [5400], gift: [false], coupon: [null] })],
    ['a value among those of a list', { detail: { customer: { tags: ['vip', 'new'] } } }],
    ['a field of one object of a list', order({ items: { id: ['p-2'] } })],
    ['two fields of the same object of a list', order({ items: { id: ['p-2'], n: [9] } })],
    ['a prefix', email({ prefix: 'Hana' })],
    ['a prefix in whatever case', email({ prefix: { 'equals-ignore-case': 'hana@' } })],
    ['a suffix', email({ suffix: '.com' })],
    ['text in whatever case', email({ 'equals-ignore-case': 'HANA@example.com' })],
    ['a wildcard, whose dot is a dot', email({ wildcard: 'Hana@*.com' })],
    ['anything but some values', email({ 'anything-but': ['a', 'b'] })],
    ['anything but a prefix', email({ 'anything-but': { prefix: 'Yuki' } })],
    ['a number within limits', order({ total: [{ numeric: ['>', 0, '<=', 5400] }] })],
    ['a field that is there', order({ total: [{ exists: true }] })],
    ['a field that is missing', order({ discount: [{ exists: false }] })],
    ['a missing field below a missing one', { detail: { cart: { id: [{ exists: false }] } } }],
    ['one of alternatives', { $or: [{ source: ['warehouse'] }, { 'detail-type': [{ prefix: 'Order' }] }] }],
  ])('%s', (_, pattern) => {
    expect(matchesPattern(pattern as Record<string, unknown>, event)).toBe(true);
  });
});

describe('a pattern leaves', () => {
  test.each<[string, object]>([
    ['another value', { source: ['warehouse'] }],
    ['the same value of another type', order({ total: ['5400'] })],
    ['a missing field', { detail: { cart: { id: ['c'] } } }],
    ['two fields that no one object of a list has together', order({ items: { id: ['p-2'], n: [1] } })],
    ['an object where a value is wanted', { detail: ['x'] }],
    ['text in another case', email({ prefix: 'hana' })],
    ['what a wildcard does not fit', email({ wildcard: 'Hana@*_com' })],
    ['one of the values it excludes', email({ 'anything-but': ['Hana@Example.com'] })],
    ['a prefix it excludes', email({ 'anything-but': { prefix: 'Hana' } })],
    ['a number outside its limits', order({ total: [{ numeric: ['>', 0, '<', 5400] }] })],
    ['a field that must be missing', order({ total: [{ exists: false }] })],
    ['a field that must be there', order({ discount: [{ exists: true }] })],
    ['an event that fits no alternative', { $or: [{ source: ['a'] }, { source: ['b'] }] }],
    ['whatever a filter it does not know wants', email({ sounds: 'like' })],
  ])('%s', (_, pattern) => {
    expect(matchesPattern(pattern as Record<string, unknown>, event)).toBe(false);
  });
});
