import { afterAll, beforeAll, expect, test } from 'vitest';
import { sketchOf } from '../../../infra/author/new/sketch.ts';
import { constantOf } from '../../../infra/author/new/sketched-files.ts';
import { runScenario } from '../../../infra/author/scenario-program.ts';
import { recordingTerminal } from '../operator/terminal.ts';
import { trialCopy } from './trial-copy.ts';

let copy: ReturnType<typeof trialCopy>;
beforeAll(() => {
  copy = trialCopy();
});
afterAll(() => copy.end());

const vitest = (...files: string[]) =>
  copy.node('node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...files);

test('what it writes passes check, builds, is well formed, and passes its own calendar test', () => {
  const made = copy.scenario(
    'new',
    'tea-letters',
    '--trigger',
    'CustomerRegistered',
    '--waits',
    'now,1d,4d,10d',
  );
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(
    copy.scenario(
      'new',
      'pay-up',
      '--kind',
      'transactional',
      '--trigger',
      'PaymentFailed',
      '--waits',
      '30m,3d',
    ).code,
  ).toBe(0);
  expect(
    copy.scenario('new', 'new', '--trigger', 'ConsentChanged', '--topic', 'news', '--waits', '1h,20h,3d')
      .code,
  ).toBe(0);
  const checked = copy.scenario('check');
  expect([checked.code, checked.out]).toEqual([0, expect.stringMatching(/^\d+ scenarios .*: all right/m)]);
  expect(checked.out).toContain('message-4.ja.mjml: still has the words its sketch began with');
  expect(checked.out).toContain('tea-letters@1: is not released yet');
  const tests = vitest(...['tea-letters', 'pay-up', 'new'].map((id) => `test/store/${id}/${id}.test.ts`));
  expect([tests.code, tests.out]).toEqual([0, expect.stringContaining('3 passed, 0 failed')]);
  const biome = copy.node(
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--vcs-enabled=false',
    'shared/store',
    'test/store',
  );
  expect(biome).toMatchObject({ code: 0 });
  const types = copy.node('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.');
  expect(types.out.split('\n').filter((line) => /shared\/store|test\/store/.test(line))).toEqual([]);
});

test('an id that is taken is refused', () => {
  expect(copy.scenario('new', 'tea-letters')).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is a scenario "tea-letters" already'),
  });
});

test('a program that ships is not replaced by chance', () => {
  expect(copy.scenario('new', 'events')).toMatchObject({
    code: 1,
    err: expect.stringContaining('A program "events" ships'),
  });
});

test('messages that the caps would never let go are refused before a file is written', () => {
  const list = copy.read('shared/store/store.ts');
  const { code, err } = copy.scenario('new', 'rush', '--waits', '1d,2d,3d,4d,5d,6d,7d,8d,9d');
  expect([code, err]).toEqual([
    1,
    expect.stringContaining('step "message-9": message "rush/message-9" can never go'),
  ]);
  expect(copy.read('shared/store/store.ts')).toBe(list);
  expect(() => copy.read('shared/store/programs/rush/rush.ts')).toThrow();
});

test.each([
  [['Nurture']],
  [['x', '--kind', 'spam']],
  [['x', '--trigger', 'OrderPlacd']],
  [['x', '--waits', '4d,1d']],
  [['x', '--waits', '1d,30h']],
  [['x', '--waits', '1d,1d']],
  [['x', '--waits', 'soon']],
  [['x', '--waits', '401d']],
  [['x', '--kind', 'transactional', '--topic', 'tips']],
  [[]],
])('new %j is wrong usage: exit code 2 and a word about it', async (words) => {
  const terminal = recordingTerminal();
  expect(await runScenario(['new', ...words], terminal)).toBe(2);
  expect(terminal.said.err).not.toBe('');
});

test('hours are counted to the minute and days at ten, each since her entry', () => {
  const { steps } = sketchOf('cart', { waits: '1h,90m,2d' });
  expect(steps.filter(({ kind }) => kind === 'wait')).toEqual([
    { id: 'wait-1', kind: 'wait', for: { hours: 1 } },
    { id: 'wait-2', kind: 'wait', for: { minutes: 30 } },
    { id: 'wait-3', kind: 'wait', until: { day: 2, after: 'entry', at: '10:00' } },
  ]);
});

test('an id becomes a name that JavaScript takes', () => {
  expect(['second-cup', 'step-2-b', 'new'].map(constantOf)).toEqual(['secondCup', 'step2B', 'newJourney']);
});
