/** The words of a campaign are there only for whoever came by it: no scenario that nobody wrote may show them. */
import { expect, test } from 'vitest';
import { randomOf } from './random.ts';
import { randomMessage } from './random-scenario-messages.ts';

test('no random scenario draws the letter of a campaign', () => {
  const drawn = Array.from(
    { length: 2_000 },
    (_, n) => randomMessage(randomOf(n + 1), 'a', 'send', 'marketing', 'inside').template,
  );
  expect(new Set(drawn).size).toBeGreaterThan(20);
  expect(drawn.filter((name) => name.startsWith('campaign/'))).toEqual([]);
});
