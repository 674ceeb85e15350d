import { expect, test } from 'vitest';
import { amountOf, quantityOf } from '../../../../infra/operator/import/amount.ts';

test.each([
  ['54,00', 'EUR', 5400],
  ['1.234,56', 'EUR', 123_456],
  ['5,4', 'EUR', 540],
  ['1,234.56', 'EUR', 123_456],
  ['1 234,50', 'EUR', 123_450],
  ['1\u202f234,50', 'EUR', 123_450],
  ["1'234.50", 'CHF', 123_450],
  ['1,234,567', 'EUR', 123_456_700],
  ['1.234.567,8', 'EUR', 123_456_780],
  ['1,23,456.78', 'INR', 12_345_678],
  ['-5,40', 'EUR', -540],
  ['€54.1200', 'EUR', 5412],
  ['EUR 54', 'EUR', 5400],
  ['5,400', 'JPY', 5400],
  ['5400.00', 'JPY', 5400],
  ['1.234', 'KWD', 1234],
  [54, 'USD', 5400],
  [54.1, 'USD', 5410],
  [0.1 + 0.2, 'USD', 30],
])('%s %s is %i of the minor unit', (given, currency, minor) => {
  expect(amountOf('order.total', given, currency, true)).toBe(minor);
});

test.each([
  ['1,234', 'EUR', 'thousands or decimals'],
  ['5,400', 'USD', 'thousands or decimals'],
  ['1.234', 'EUR', 'thousands or decimals'],
  ['5.400', 'JPY', 'thousands or decimals'],
  ['1,234', 'KWD', 'thousands or decimals'],
  ['19.99', 'JPY', 'more decimals than JPY'],
  ['5,4', 'JPY', 'more decimals than JPY'],
  [54.125, 'USD', 'more decimals than USD'],
  ['USD 54.00', 'EUR', 'another currency'],
  ['0x10', 'EUR', 'not a number'],
  ['1e3', 'EUR', 'not a number'],
  ['1,234,56', 'EUR', 'not a number'],
  ['1.2,3.4', 'EUR', 'not a number'],
  ['1 23,4', 'EUR', 'not a number'],
  ['54,', 'EUR', 'not a number'],
  ['1,23456', 'EUR', 'not a number'],
  [1e21, 'EUR', 'not a number'],
])('%s %s is refused: %s', (given, currency, says) => {
  expect(() => amountOf('order.total', given, currency, true)).toThrow(says);
});

test('without decimals said, amounts are whole minor units, and of the yen those are the same', () => {
  const minor = (given: string | number, currency: string) => amountOf('order.total', given, currency, false);
  expect(minor('5,400', 'USD')).toBe(5400);
  expect(minor(5400, 'USD')).toBe(5400);
  expect(minor('5950.00', 'JPY')).toBe(5950);
  for (const given of ['54.00', '54,00', '5.400', 54.5]) {
    expect(() => minor(given, 'USD')).toThrow('--decimal');
  }
});

test('counts may have decimals, and are no thousand for a comma', () => {
  expect(quantityOf('item.quantity', '1,5')).toBe(1.5);
  expect(quantityOf('item.quantity', '2.0000')).toBe(2);
  expect(quantityOf('item.quantity', '1.000')).toBe(1);
  expect(() => quantityOf('item.quantity', '1,000')).toThrow('thousands or decimals');
  expect(() => quantityOf('item.quantity', '0x10')).toThrow('not a number');
});
