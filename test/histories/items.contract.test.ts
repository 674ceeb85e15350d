/** Every kind of item that earlier code put into a table is still read by the ports, and as the same. */
import { expect, test } from 'vitest';
import { readHistory } from './history-files.ts';
import { itemReadings } from './item-readings.ts';

test.each(['items', 'whole-items'] as const)(
  '%s of the tables are read as their history says',
  async (name) => {
    expect(await itemReadings(name)).toBe(readHistory(`readings/${name}.ndjson`));
  },
);
