/** Every kind of item that earlier code put into the table is still read by the ports, and as the same. */
import { expect, test } from 'vitest';
import { readHistory } from './history-files.ts';
import { itemReadings } from './item-readings.ts';

test('items of the table are read as their history says', async () => {
  expect(await itemReadings()).toBe(readHistory('readings/items.ndjson'));
});
