import { expect, test } from 'vitest';
import { deadLetterQueues } from '../../../infra/operator/dead-letters/dead-letter-queues.ts';
import { runOps, withLocalAddress } from '../../../infra/operator/ops/ops-program.ts';
import { runSmokeProgram } from '../../../infra/operator/smoke/smoke-program.ts';
import { defaultLocalUrl } from '../../../infra/operator/target/target.ts';
import { namesOf } from '../../../infra/stack/names.ts';
import { recordingTerminal } from './terminal.ts';

const nowhere = 'http://127.0.0.1:9';

async function typed(...words: string[]) {
  const terminal = recordingTerminal();
  const code = await runOps(words, terminal);
  return { code, ...terminal.said };
}

test.each([
  [['nonsense']],
  [['pause']],
  [['status', '--colour']],
  [['dlq', 'show', 'inbox', '--local', nowhere]],
  [['dlq', 'show', 'intake', '--limit', '0']],
  [['dlq', 'redrive', 'intake', '--local', nowhere]],
  [['dlq', 'redrive', 'intake', '--all', '--id', 'x', '--local', nowhere]],
  [['status', '--store', 'Mori Kura']],
  [['replay', '--from', '2026-11-22', '--local', nowhere]],
  [['timers', 'rebuild', '--rate', '0', '--local', nowhere]],
  [['timers', 'rebuild', '--from-shard', '16', '--local', nowhere]],
  [['runs', 'catch-up', '--send', '--local', nowhere]],
])('%j is wrong usage: exit code 2 and a word about it', async (words) => {
  const { code, out, err } = await typed(...words);
  expect([code, out]).toEqual([2, '']);
  expect(err).not.toBe('');
});

test('help is no failure, and tells the options that go everywhere', async () => {
  const { code, out } = await typed('dlq', 'redrive', '--help');
  expect(code).toBe(0);
  expect(out).toContain('--local [url]');
  expect(out).toContain('does no harm');
});

test('the help on dead letters names every queue there is', async () => {
  const { out } = await typed('dlq', 'show', '--help');
  const names = deadLetterQueues(namesOf({ store: 'mori', stage: 'dev', busName: '' })).map(
    ({ name }) => name,
  );
  expect(names).toHaveLength(7);
  for (const name of names) expect(out).toMatch(new RegExp(`\\b${name}\\b`));
});

test('to drop all messages without --yes is refused', async () => {
  const { code, err } = await typed('dlq', 'drop', 'intake', '--all', '--local', nowhere);
  expect([code, err]).toEqual([1, expect.stringContaining('add --yes')]);
});

test('an embedded cloud that is not there is told in a sentence', async () => {
  const { code, err } = await typed('dlq', 'list', '--local', nowhere);
  expect([code, err]).toEqual([1, expect.stringContaining('npm start')]);
  const terminal = recordingTerminal();
  expect(await runSmokeProgram(['--local', nowhere], terminal)).toBe(1);
  expect(terminal.said.err).toContain('npm start');
});

test('the word after --local is an address only if it looks like one', () => {
  expect(withLocalAddress(['--local', 'status'])).toEqual([`--local=${defaultLocalUrl}`, 'status']);
  expect(withLocalAddress(['status', '--local', nowhere])).toEqual(['status', '--local', nowhere]);
  expect(withLocalAddress(['status', '--local'])).toEqual(['status', `--local=${defaultLocalUrl}`]);
});
