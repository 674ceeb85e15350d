/** Names that are data stay byte for byte, or get a reader for the old form; then this list is changed by hand, with it. */
import { expect, test } from 'vitest';
import { readJsonHistory } from './history-files.ts';
import { storedNames } from './stored-names.ts';

test('the names that are data are those of the list', () => {
  expect(storedNames()).toEqual(readJsonHistory('stored-names.json'));
});
