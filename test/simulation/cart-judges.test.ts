/** Of which cart a reminder is asked: of the one it is about, for as long as the record knows that one. */
import { expect, test } from 'vitest';
import { CartsTold } from './cart-checks.ts';

const cart = (id: string) => ({ cart: { id, items: [{ productId: `of-${id}` }] } });

test('a cart that three newer ones pushed out is not the one that a reminder shows', () => {
  const carts = new CartsTold();
  for (const [nth, id] of ['a', 'b', 'c'].entries()) carts.learn('c-0', cart(id), nth);
  expect(carts.shown('c-0', 'a')?.products).toEqual(['of-a']);
  carts.learn('c-0', cart('d'), 3);
  expect(carts.shown('c-0', 'a')).toBeUndefined();
  expect(carts.shown('c-0', 'b')?.products).toEqual(['of-b']);
});

test('carts of whoever has become the customer push it out as well, those of others do not', () => {
  const carts = new CartsTold();
  carts.learn('c-1', cart('a'), 0);
  for (const [nth, id] of ['b', 'c', 'd'].entries()) carts.learn('c-0', cart(id), nth + 1);
  carts.learn('c-10', cart('a'), 0);
  expect(carts.shown('c-1', 'a')).toBeDefined();
  carts.takenOver('c-1', 'c-0');
  expect(carts.shown('c-0', 'a')).toBeUndefined();
  expect(carts.shown('c-10', 'a')).toBeDefined();
});

test('a cart told anew is the newest again', () => {
  const carts = new CartsTold();
  for (const [nth, id] of ['a', 'b', 'c', 'd', 'a'].entries()) carts.learn('c-0', cart(id), nth);
  expect(carts.shown('c-0', 'a')).toBeDefined();
  expect(carts.shown('c-0', 'b')).toBeUndefined();
});
