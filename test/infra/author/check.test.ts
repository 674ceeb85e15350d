import { expect, test } from 'vitest';
import { ofScenario } from '../../../infra/author/check/check-library.ts';
import { check } from '../../../infra/author/check/checked.ts';
import type { Library } from '../../../infra/author/library.ts';
import { productRoot } from '../../../infra/author/library.ts';
import { textFilesIn } from '../../../infra/author/templates/text-files.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { isMessage } from '../../../shared/core/language/steps.ts';
import { days, hours } from '../../../shared/core/values/duration.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import {
  branch,
  exit,
  marketing,
  send,
  templates,
  transactional,
  waitFor,
  waitUntil,
} from '../../support/scenarios.ts';
import { exampleSettings } from '../../support/store-in-memory.ts';

const catalogue = Object.fromEntries(
  Object.entries(templates).map(([name, facts]) => [name, { ...facts, variables: [] }]),
);
const scenario = marketing();
const library = (scenario: Scenario): Library => ({
  root: productRoot,
  scenarios: [scenario],
  files: new Map([[scenario, 'shared/programs/letters/letters.ts']]),
  catalogue,
  locales: ['ja', 'en'],
  shelves: [],
  texts: textFilesIn(productRoot, []),
});
/** Each message is of a product, where nothing else is said. */
const withContent = (scenario: Scenario): Scenario =>
  scenario.kind === 'marketing'
    ? {
        ...scenario,
        steps: scenario.steps.map((step) => (isMessage(step) ? { content: 'product', ...step } : step)),
      }
    : scenario;
const findings = (given: Scenario, settings: object = {}) => {
  const scenario = withContent(given);
  return ofScenario(library(scenario), scenario, parseSettings({ ...exampleSettings, ...settings }));
};

test('the shipped library is right, and counted', async () => {
  const { data, failed, lines } = await check(productRoot);
  expect([failed, (data as { faults: unknown[] }).faults]).toEqual([false, []]);
  expect(lines.at(-1)).toMatch(
    /^\d+ scenarios \(\d+ versions\), \d+ steps, \d+ messages in 2 languages: all right/,
  );
});

test('a right story has nothing wrong and nothing odd', () => {
  expect(findings(scenario)).toEqual({ faults: [], warnings: [] });
});

test('a fault names its file, its scenario and its step', () => {
  const wrong = marketing({ steps: [send('z')] });
  expect(findings(wrong).faults).toEqual([
    {
      file: 'shared/programs/letters/letters.ts',
      scenario: 'letters@1',
      step: 'send-z',
      says: 'there is no template "z" in the catalogue',
    },
  ]);
});

test('a message that shows an order is refused where no order lets in', () => {
  const { faults } = findings(
    marketing({ trigger: { on: 'CustomerUpdated', oncePer: 'ever' }, steps: [send('a')] }),
  );
  expect(faults.map(({ step, says }) => [step, says])).toEqual([
    ['send-a', expect.stringContaining('message "a" shows order.id, which CustomerUpdated cannot have')],
  ]);
});

test('a question about what its event cannot have is odd', () => {
  const filter = { the: 'event.order.total', atLeast: 1 } as const;
  const { faults, warnings } = findings(
    marketing({
      trigger: { on: 'CustomerRegistered', oncePer: 'ever', filter },
      exitOn: [{ on: 'ConsentChanged', filter }],
      steps: [branch('fork', filter, 'send-b', 'end'), send('b'), exit('end')],
    }),
  );
  expect(faults).toEqual([]);
  expect(warnings.map(({ says }) => says.split(',')[0])).toEqual([
    'the trigger’s filter asks for event.order.total',
    'a filter of exitOn asks for event.order.total',
    'its question asks for event.order.total',
  ]);
});

test('a goal on the order that began the story is refused, for it can never be met', () => {
  const goal = { on: 'OrderPlaced', same: 'order', within: days(90) } as const;
  expect(findings(marketing({ goal })).faults[0]?.says).toContain('placed before, once; take another event');
  const paid = { on: 'OrderPaid', within: days(9) } as const;
  const { faults } = findings(marketing({ goal: paid, trigger: { on: 'OrderPaid' } }));
  expect(faults[0]?.says).toContain('OrderPaid let the customer in, and comes once for an order');
});

test('a goal by the next parcel, or by any order of hers, is right', () => {
  const parcel = { on: 'OrderShipped', within: days(30) } as const;
  expect(findings(marketing({ goal: parcel, trigger: { on: 'OrderShipped' } })).faults).toEqual([]);
  const next = { on: 'OrderPlaced', within: days(90) } as const;
  expect(findings(marketing({ goal: next })).faults).toEqual([]);
});

test('a goal whose window is over before the first message goes is odd', () => {
  const goal = { on: 'OrderPlaced', within: days(3) } as const;
  const { faults, warnings } = findings(marketing({ goal }));
  expect([faults, warnings.map(({ says }) => says)]).toEqual([
    [],
    [expect.stringContaining('its window is over before the first message goes')],
  ]);
});

const twoADayApart = marketing({ steps: [send('a'), waitFor('day', days(1)), send('b')] });

test('a message that the caps hold until it has expired is refused, with the caps as the reason', () => {
  const { faults } = findings(twoADayApart, { caps: [{ max: 1, days: 7 }] });
  expect(faults.map(({ step, says }) => [step, says])).toEqual([
    ['send-b', expect.stringMatching(/message "b" can never go.*cap-reached holds.*"caps"/)],
  ]);
});

test('a message that the caps hold and that lives longer is right', () => {
  const patient = marketing({
    steps: [send('a'), waitFor('day', days(1)), send('b', { expiry: days(8) })],
  });
  expect(findings(patient, { caps: [{ max: 1, days: 7 }] }).faults).toEqual([]);
  expect(findings(twoADayApart).faults).toEqual([]);
});

test('a message at night that expires before the morning is refused', () => {
  const night = marketing({
    steps: [waitUntil('night', 1, 'entry', '23:00'), send('a', { expiry: hours(2) })],
  });
  expect(findings(night).faults[0]?.says).toContain('quiet-hours holds it until it has expired');
  expect(findings(transactional()).faults).toEqual([]);
});

test('a message that only one way of a branch lets go is right', () => {
  const forked = marketing({
    steps: [
      branch('fork', { the: 'customer.locale', is: 'ja' }, 'send-a', 'later'),
      send('a'),
      waitUntil('later', 1, 'entry'),
      send('b'),
    ],
  });
  expect(findings(forked, { caps: [{ max: 1, days: 14 }] }).faults).toEqual([]);
});

test('a circle that waits is played to its end once', () => {
  const round = marketing({
    steps: [
      waitFor('first', days(7)),
      send('a'),
      branch('again', { the: 'customer.locale', is: 'ja' }, 'end', 'first'),
      exit('end'),
    ],
  });
  expect(findings(round)).toEqual({ faults: [], warnings: [] });
});
