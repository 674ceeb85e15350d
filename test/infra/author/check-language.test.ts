import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ofScenario } from '../../../infra/author/check/check-library.ts';
import { claimFaults } from '../../../infra/author/check/claim-faults.ts';
import { namesBeyond } from '../../../infra/author/check/registry-faults.ts';
import { type Library, productRoot } from '../../../infra/author/library.ts';
import { textFilesIn } from '../../../infra/author/templates/text-files.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Send, Step } from '../../../shared/core/language/steps.ts';
import type { Trigger } from '../../../shared/core/language/trigger.ts';
import { days } from '../../../shared/core/values/duration.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { branch, exit, marketing, send, templates, waitFor } from '../../support/scenarios.ts';
import { exampleSettings } from '../../support/store-in-memory.ts';

const facts = Object.entries(templates).map(
  ([name, one]) => [name, { ...one, variables: [] as string[] }] as const,
);
const catalogue: Library['catalogue'] = {
  ...Object.fromEntries(facts),
  offer: { kind: 'marketing', eventFields: [], variables: ['coupon.code'] },
  letters: { kind: 'marketing', eventFields: [], variables: [], numbered: 365 },
};
const library = (...scenarios: Scenario[]): Library => ({
  root: productRoot,
  scenarios,
  files: new Map(scenarios.map((one) => [one, `shared/programs/${one.id}/${one.id}.ts`])),
  catalogue,
  locales: ['en'],
  shelves: [],
  texts: textFilesIn(productRoot, []),
});
const settings = parseSettings(exampleSettings);
const says = (scenario: Scenario, ...beside: Scenario[]) =>
  ofScenario(library(scenario, ...beside), scenario, settings)
    .faults.map((fault) => fault.says)
    .join('\n');
const scenario = (...steps: Step[]) => marketing({ trigger: { whileRunning: 'ignore' }, steps });
const told: Send = { ...send('b'), content: 'brand' };
const offer: Send = {
  ...send('offer'),
  content: 'offer',
  coupon: { campaign: 'hello', off: { percent: 10 }, untilDay: 7 },
};

test('a marketing message says what it is in the mix, but in versions that only carry who is inside', () => {
  const silent = marketing();
  expect(says(silent)).toContain('give it "content"');
  expect(says(silent, marketing({ version: 2 }))).toBe('');
});

test('a scenario of offers alone is refused', () => {
  expect(says(scenario(offer))).toContain('it consists of offers alone');
  expect(says(scenario(told, waitFor('w', days(2)), offer))).toBe('');
});

test('an offer that issues itself again is refused: in a circle, a series, by a restart or by coming in again', () => {
  const round = scenario(
    told,
    waitFor('w', days(2)),
    offer,
    branch('again', { the: 'customer.locale', is: 'ja' }, 'w', 'end'),
    exit('end'),
  );
  expect(says(round)).toContain('an offer in a circle issues itself again');
  const repeated = scenario(told, waitFor('w', days(2)), offer, {
    id: 'r',
    kind: 'repeat',
    from: 'w',
    atMost: 2,
  });
  expect(says(repeated)).toContain('an offer in a circle');
  const again = (trigger: Partial<Trigger>) =>
    says({
      ...scenario(told, waitFor('w', days(2)), offer),
      trigger: { ...scenario().trigger, ...trigger } as Trigger,
    });
  expect(again({ whileRunning: 'restart' })).toContain('a restart issues the offer again');
  expect(again({ oncePer: { every: days(7) } })).toContain('before the offer of 7 days has ended');
  expect(again({ oncePer: { every: days(30) } })).toBe('');
});

test('one campaign promises one thing, and no message shows a coupon that its step does not bring', () => {
  const other: Send = {
    ...offer,
    id: 'second',
    coupon: { campaign: 'hello', off: { percent: 20 }, untilDay: 7 },
  };
  expect(says(scenario(told, waitFor('w', days(2)), offer, waitFor('x', days(2)), other))).toContain(
    'promises something else',
  );
  const { coupon: _, ...bare } = offer;
  expect(says(scenario(told, waitFor('w', days(2)), bare))).toContain('message "offer" shows a coupon');
  expect(says(scenario({ ...told, coupon: offer.coupon as never }))).toContain('message "b" shows no coupon');
});

test('a coupon that has ended before its message goes can never be sent', () => {
  expect(says(scenario(told, waitFor('w', days(9)), offer))).toContain('message "offer" can never go');
});

test.each(['line', 'push', 'insert'] as const)('nor can one that goes by %s', (channel) => {
  const late = { ...offer, channel };
  expect(says(scenario(told, waitFor('w', days(9)), late))).toContain('message "offer" can never go');
});

test('a daily series under a monthly cap is refused, and a course is outside the caps', () => {
  const series = {
    id: 's',
    kind: 'series',
    template: 'letters' as never,
    content: 'product',
    every: { days: 1 },
    at: '10:00',
  } as const;
  expect(says(scenario(series))).toContain('more than the frequency cap of 8 in 30 days allows');
  expect(says(scenario({ ...series, topic: 'course' }))).toBe('');
  expect(says(scenario({ ...series, every: { days: 5 } }))).toBe('');
});

test('a goal that is an exit rule as well, or asks for what its event cannot have, is refused', () => {
  const goal = { on: 'OrderPlaced', within: days(30) } as const;
  expect(says({ ...scenario(told), goal, exitOn: ['OrderPlaced'] })).toContain('is an exit rule as well');
  const filter = { the: 'event.cart.total', atLeast: 1 } as const;
  expect(says({ ...scenario(told), goal: { ...goal, filter } })).toContain('which OrderPlaced cannot have');
});

test('a schedule that names no day is refused', () => {
  const trigger = {
    schedule: { rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', from: '2026-01-01' },
    at: '10:00',
    segment: 'x',
    oncePer: 'ever',
    whileRunning: 'ignore',
  };
  expect(says({ ...scenario(told), trigger: trigger as never })).toContain('names no day');
});

test('a message of another scenario that is not there, and a move that forgets a step, are told', () => {
  const asks = scenario({ ...told, when: { the: 'customer.sent', is: 'welcome/hello' } });
  const raised = marketing({ version: 2, inFlight: { move: { gone: 'send-a' } }, steps: [send('a')] });
  const before = marketing({ steps: [waitFor('w', days(1)), send('a')] });
  const words = namesBeyond(library({ ...asks, id: 'asks' }, raised, before))
    .map((fault) => fault.says)
    .join('\n');
  expect(words).toContain('"welcome/hello" is no message of a scenario');
  expect(words).toContain('version 1 has no step "gone"');
  expect(words).toContain('where those at "w" go on');
});

test('a claim that the trade or the store forbids is refused in every built message, whatever hides it', () => {
  const root = mkdtempSync(join(tmpdir(), 'claims-'));
  try {
    mkdirSync(join(root, 'dist', 'templates'), { recursive: true });
    mkdirSync(join(root, 'shared', 'programs', 'claims'), { recursive: true });
    writeFileSync(join(root, 'shared/programs/claims/cosmetics.json'), '["cures acne"]');
    const compiled = {
      subject: 'Hello',
      html: '<p>It <b>cures</b> acne</p>',
      text: 'x',
      episodes: [{ title: 'The best in town', paragraphs: [] }],
    };
    writeFileSync(join(root, 'dist/templates/b.en.json'), JSON.stringify(compiled));
    const found = (own: object) =>
      claimFaults({ ...library(), root }, parseSettings({ ...exampleSettings, ...own })).map(
        ({ file, says }) => `${file}: ${says}`,
      );
    expect(found({})).toEqual([]);
    expect(found({ trade: 'cosmetics', forbiddenClaims: ['the best in town'] })).toEqual([
      expect.stringMatching(/^b\.en\.mjml: claims "cures acne", which shared\/programs\/claims/),
      expect.stringContaining('"forbiddenClaims" in cdk.json'),
    ]);
  } finally {
    rmSync(root, { recursive: true });
  }
});
