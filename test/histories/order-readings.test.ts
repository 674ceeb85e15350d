/** A record that earlier code packed says the same of its orders to today's code, and goes on from there. */
import { expect, test } from 'vitest';
import { readHistory } from './history-files.ts';
import { orderReadings } from './order-readings.ts';

test('orders of packed records are, before and after later facts, what their history says', () => {
  expect(orderReadings()).toBe(readHistory('readings/order-records.ndjson'));
});
