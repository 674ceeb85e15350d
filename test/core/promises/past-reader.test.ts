import { expect, test } from 'vitest';
import { aboutNothing, knowing, letter, shared, words } from '../../support/saves.ts';

test('a letter about an order of hers, or in a store that writes to everybody, passes no reader', () => {
  expect(words(knowing(letter, { address: shared }))).toEqual([]);
  const settings = { ...letter.around.settings, mailboxReader: 'everybody' };
  expect(words(knowing(aboutNothing, { address: shared, settings } as never))).toEqual([]);
});
