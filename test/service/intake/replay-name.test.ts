import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { replayModeOf, replayName } from '../../../shared/service/intake/replay-name.ts';

const at = Temporal.Instant.from('2026-11-22T09:30:00.987Z');

test('a replay’s name tells its mode, and fits EventBridge for the longest store and stage', () => {
  const longest = replayName('a'.repeat(20), 'b'.repeat(20), 'facts', at);
  expect(longest).toMatch(/^[.\-_A-Za-z0-9]{1,64}$/);
  for (const mode of ['facts', 'send'] as const) {
    expect(replayModeOf(replayName('mori', 'dev', mode, at))).toBe(mode);
  }
  expect(replayName('mori', 'dev', 'send', at)).toBe('mori-dev-send-20261122T093000Z');
});

test.each(['', 'send', 'my-send-replay', 'mori-dev-send-today', 'mori-dev-facts-20261122T093000Z'])(
  'the replay "%s" tells facts only',
  (name) => {
    expect(replayModeOf(name)).toBe('facts');
  },
);
