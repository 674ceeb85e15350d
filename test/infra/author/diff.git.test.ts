import { expect, test } from 'vitest';
import { diffLibraries } from '../../../infra/author/diff/diff-command.ts';
import { atRevision, snapshotIn } from '../../../infra/author/diff/library-at.ts';
import { readableText } from '../../../infra/author/diff/text-changes.ts';
import { productRoot } from '../../../infra/author/library.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { days } from '../../../shared/core/values/duration.ts';
import {
  afterParcel,
  branch,
  exit,
  marketing,
  send,
  transactional,
  waitFor,
  waitUntil,
} from '../../support/scenarios.ts';
import { trialCopy } from './trial-copy.ts';

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;
const snapshot = (scenarios: readonly Scenario[], texts: Texts = {}) => ({
  scenarios,
  texts: new Map(Object.entries(texts).map(([name, by]) => [name, new Map(Object.entries(by))])),
});
const diff = (before: readonly Scenario[], now: readonly Scenario[]) =>
  diffLibraries('v1', snapshot(before), snapshot(now)).lines.map((line) => line.trim());

test('nothing changed is told as that', () => {
  expect(diff([afterParcel], [structuredClone(afterParcel)])).toEqual(['Nothing has changed since v1.']);
});

test('scenarios that came and went are told whole, and by name', () => {
  const lines = diff([transactional()], [marketing()]);
  expect(lines).toEqual([
    'Since v1:',
    '- scenario thanks removed, version 1',
    'people inside version 1: unknown here',
    '+ scenario letters added, version 1',
    'begins with OrderPlaced, once per order, while running restart',
    'step "week" waits until day 7 after the parcel arrived, at 10:00',
    'step "send-a" sends "a"',
  ]);
});

test('a raised version tells its steps added, removed and re-timed, and who stays', () => {
  const second = marketing({
    version: 2,
    goal: { on: 'OrderPlaced', within: days(60) },
    exitOn: ['OrderReturned'],
    steps: [waitUntil('week', 8, 'arrived'), send('a'), waitFor('more', { days: 1, hours: 1 }), send('b')],
  });
  const first = marketing({ steps: [waitUntil('week', 7, 'arrived'), send('a'), exit('end')] });
  expect(diff([first], [first, second])).toEqual([
    'Since v1:',
    '~ scenario letters, version 1 -> 2',
    'version 1 stays for those inside',
    'its goal: OrderPlaced within 60 days (was: none)',
    'ends on: OrderReturned (was: nothing)',
    'step "week" waits until day 8 after the parcel arrived, at 10:00 (was: waits until day 7 after the parcel arrived, at 10:00)',
    'step "more" added after "send-a": waits 1 day 1 hour',
    'step "send-b" added after "more": sends "b"',
    'step "end" removed: it ends it',
    'people inside version 1: unknown here',
  ]);
});

test('another order of the same steps, and another question, are changes', () => {
  const asks = (amount: number) =>
    marketing({
      steps: [
        branch('fork', { the: 'event.order.total', atLeast: amount }, 'send-a', 'send-b'),
        send('a'),
        send('b'),
      ],
    });
  expect(diff([asks(1)], [asks(2)])[2]).toBe(
    'step "fork" leads to "send-a" if event.order.total atLeast 2, else to "send-b" (was: leads to "send-a" if event.order.total atLeast 1, else to "send-b")',
  );
  const turned = marketing({ steps: [send('b'), send('a')] });
  expect(diff([marketing({ steps: [send('a'), send('b')] })], [turned])[2]).toBe(
    'its steps now come in the order "send-b", "send-a"',
  );
});

test('texts are told by message and locale, in the words a reader sees', () => {
  const text = (subject: string, body: string) =>
    `<mjml><mj-head><mj-title>${subject}</mj-title></mj-head><mj-text>${body}</mj-text></mjml>`;
  const before = snapshot([], {
    a: { ja: text('見本', 'x'), en: text('Hello', 'one<br />two') },
    b: { en: '' },
  });
  const now = snapshot([], {
    a: { ja: text('見本', 'x'), en: text('Hello', 'one<br />three') },
    c: { en: 'new' },
  });
  expect(diffLibraries('v1', before, now).data).toMatchObject({
    texts: [
      { template: 'a', locale: 'en', change: 'changed', lines: ['- two', '+ three'] },
      { template: 'b', locale: 'en', change: 'removed' },
      { template: 'c', locale: 'en', change: 'added' },
    ],
  });
});

test('where a link leads is part of the text, and the layout is not', () => {
  expect(readableText('<mj-button padding="1px" href="https://a.example">Go</mj-button>')).toBe(
    '[https://a.example] Go\n',
  );
});

test('a revision is read from git, and one that git does not know is refused', async () => {
  const copy = trialCopy();
  const git = (...words: string[]) =>
    copy.node('-e', `require('child_process').execFileSync('git', ${JSON.stringify(words)})`);
  try {
    git('init', '-q');
    git('add', 'shared', 'package.json');
    git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-qm', 'first');
    copy.edit('shared/programs/after-purchase/after-purchase.ts', 'day: 7', 'day: 8');
    copy.edit(
      'shared/programs/after-purchase/texts/after-purchase/continue.en.mjml',
      'How much is left by now?',
      'Anything left?',
    );
    copy.edit(
      'shared/programs/after-purchase/order-thanks.ts',
      "id: 'order-thanks',",
      "id: 'order-thanks', enabled: false,",
    );
    const { code, out } = copy.scenario('diff', '--variations', '0', '--life', 'first-serum');
    expect(code).toBe(0);
    expect(out).toMatch(/Reach of 1 rehearsed customers: they should get \d+ -> \d+ messages/);
    expect(out).toMatch(/order-thanks\/thanks +2 -> 0 +2 -> 0 +100 % -> nobody +first-serum 1\n/);
    expect(copy.scenario('diff', '--no-reach').out).not.toContain('rehearsed');
    for (const words of [
      '~ scenario after-purchase, version ',
      'step "week" waits until day 8',
      '~ text after-purchase/continue, en',
      '- subject: How much is left by now?',
      '+ subject: Anything left?',
    ])
      expect(out).toContain(words);
    await expect(atRevision(copy.root, '--output=x', snapshotIn)).rejects.toThrow('git knows no revision');
    await expect(atRevision(productRoot, 'no-such-branch', snapshotIn)).rejects.toThrow(
      'git knows no revision',
    );
  } finally {
    copy.end();
  }
});

test('a switch tells what it would change for whom, and one that names nothing is refused', () => {
  const copy = trialCopy();
  try {
    const { out } = copy.scenario(
      'diff',
      '--switch-off',
      'order-thanks',
      '--switch-on',
      'sale',
      '--variations',
      '0',
      '--life',
      'complaining-vip',
    );
    expect(out).toContain('With sale switched on, and order-thanks switched off:');
    expect(out).toMatch(/sale\/early +0 -> 1 .* nobody -> .*complaining-vip 1\n/);
    expect(out).toMatch(/order-thanks\/thanks +\d+ -> 0 /);
    const wrong = copy.scenario('diff', '--switch-on', 'sail');
    expect([wrong.code, wrong.err]).toEqual([
      1,
      expect.stringContaining('names "sail", which is no scenario'),
    ]);
  } finally {
    copy.end();
  }
});
