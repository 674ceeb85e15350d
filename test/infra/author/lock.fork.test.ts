import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadLibrary, productRoot } from '../../../infra/author/library.ts';
import { lockFindings } from '../../../infra/author/lock/lock-findings.ts';
import { structureHash } from '../../../infra/author/lock/structure.ts';
import { marketing, send, waitUntil } from '../../support/scenarios.ts';
import { trialCopy } from './trial-copy.ts';

test('no released scenario has changed without a version of its own', async () => {
  const { faults } = lockFindings(await loadLibrary(productRoot));
  expect(faults.map(({ file, scenario, says }) => `${file}: ${scenario} ${says}`)).toEqual([]);
});

test('words and the order of fields are no structure, and a time is', () => {
  const { steps, ...rest } = marketing();
  const turned = { ...Object.fromEntries(Object.entries(rest).reverse()), steps } as typeof rest & {
    steps: typeof steps;
  };
  const hash = structureHash(marketing());
  expect(structureHash(turned)).toBe(hash);
  expect(structureHash(marketing({ purpose: 'Other words.' }))).toBe(hash);
  expect(structureHash(marketing({ steps: [waitUntil('week', 8, 'arrived'), send('a')] }))).not.toBe(hash);
  expect(structureHash(marketing({ exitOn: ['OrderReturned'] }))).not.toBe(hash);
});

let copy: ReturnType<typeof trialCopy>;
beforeAll(() => {
  copy = trialCopy();
});
afterAll(() => copy.end());

const folder = 'shared/programs/after-purchase';
const file = `${folder}/order-thanks.ts`;
const lockFile = 'shared/programs/released.json';

test('a released version that was edited fails check and lock, with what to do', () => {
  const before = copy.read(lockFile);
  copy.edit(file, "whileRunning: 'parallel'", "whileRunning: 'ignore'");
  const checked = copy.scenario('check');
  expect(checked.code).toBe(1);
  for (const words of [
    file,
    'order-thanks@2',
    'raise "version" to 3',
    '"stay"',
    '{ move }',
    'npm run scenario -- lock',
  ])
    expect(checked.out).toContain(words);
  const locked = copy.scenario('lock');
  expect([locked.code, locked.err]).toEqual([1, expect.stringContaining('Nothing is locked')]);
  expect(copy.read(lockFile)).toBe(before);
});

test('the change as a second version beside the first is right, and lock freezes it', () => {
  copy.write(
    `${folder}/order-thanks-2.ts`,
    copy
      .read(file)
      .replace("whileRunning: 'ignore'", "whileRunning: 'parallel'")
      .replace('orderThanks', 'orderThanks2'),
  );
  copy.edit(file, 'version: 2', 'version: 3');
  copy.edit(file, "  inFlight: { move: { thanks: 'thanks' } },\n", '');
  expect(copy.scenario('check').out).toContain('says not what becomes of those inside the version before');
  copy.edit(file, 'version: 3', "version: 3, inFlight: 'stay'");
  copy.edit(`${folder}/program.ts`, '[orderThanks,', '[orderThanks2, orderThanks,');
  copy.edit(
    `${folder}/program.ts`,
    'import { orderThanks }',
    "import { orderThanks2 } from './order-thanks-2.ts';\nimport { orderThanks }",
  );
  const { code, out } = copy.scenario('lock');
  expect([code, out]).toEqual([0, expect.stringContaining('locked   order-thanks@3')]);
  expect(copy.scenario('check')).toMatchObject({ code: 0 });
});

test('a released version leaves the registry only when it is retired', () => {
  copy.edit(`${folder}/program.ts`, '[orderThanks2, ', '[');
  const checked = copy.scenario('check');
  expect([checked.code, checked.out]).toEqual([1, expect.stringContaining('lock --retire order-thanks@2')]);
  expect(copy.scenario('lock', '--retire', 'order-thanks@3')).toMatchObject({ code: 1 });
  // The first was carried on by the second, and is left behind with it.
  expect(copy.scenario('lock', '--retire', 'order-thanks@2')).toMatchObject({ code: 1 });
  expect(copy.scenario('lock', '--retire', 'order-thanks@2', 'order-thanks@1')).toMatchObject({ code: 0 });
  expect(Object.keys(JSON.parse(copy.read(lockFile))['order-thanks'])).toEqual(['3']);
});

test('a lock file that somebody edited is refused', () => {
  copy.write(lockFile, '{ "order-thanks": { "1": "mine" } }');
  const { code, err } = copy.scenario('check');
  expect([code, err]).toEqual([1, expect.stringContaining('bring it back from git')]);
});
