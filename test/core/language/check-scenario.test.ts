import { expect, test } from 'vitest';
import {
  checkScenario,
  InvalidScenario,
  scenarioFaults,
} from '../../../shared/core/language/check/check-scenario.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { days, hours } from '../../../shared/core/values/duration.ts';
import {
  afterParcel,
  branch,
  exit,
  marketing,
  send,
  templates,
  transactional,
  waitFor,
  waitUntil,
} from '../../support/scenarios.ts';
import { catalogue, scenarios } from '../../support/shipped.ts';

const refusalOf = (scenario: unknown): string => {
  try {
    checkScenario(scenario as Scenario, templates);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidScenario);
    return (error as Error).message;
  }
};

test('right scenarios pass, the shipped ones among them', () => {
  for (const scenario of [marketing(), transactional(), afterParcel]) expect(refusalOf(scenario)).toBe('');
  for (const scenario of scenarios) expect(() => checkScenario(scenario, catalogue)).not.toThrow();
});

const round = (...inside: object[]) => ({
  ...marketing(),
  steps: [...inside, branch('again', { the: 'customer.locale', is: 'ja' }, 'end', 'first'), exit('end')],
});

const faults: [what: string, scenario: unknown, words: string[]][] = [
  ['no scenario at all', undefined, ['(no id)', 'must be of type object']],
  ['an id with capitals', marketing({ id: 'Letters' }), ['Scenario Letters', 'id: an id is 1 to 64 of a-z']],
  ['no version', { ...marketing(), version: 0 }, ['version: must be at least 1']],
  ['an unknown stage', { ...marketing(), stage: 'love' }, ['stage: must be one of "awareness"']],
  ['a function inside', { ...marketing(), onEntry: 'x' }, ['leave out "onEntry"']],
  ['no steps', marketing({ steps: [] }), ['steps: must be at least 1 long']],
  [
    'an unknown kind of step',
    { ...marketing(), steps: [{ id: 'x', kind: 'sleep' }] },
    ['step "x"', 'a step is of kind "wait", "send"'],
  ],
  [
    'a step without an id',
    { ...marketing(), steps: [{ kind: 'exit' }] },
    ['step number 1', 'id: must be of type string'],
  ],
  [
    'a wait for nothing',
    marketing({ steps: [waitFor('pause', {}), send('a')] }),
    ['step "pause" for: a duration is 1 minute to 400 days'],
  ],
  [
    'a wait of 401 days',
    marketing({ steps: [waitFor('pause', days(401)), send('a')] }),
    ['step "pause" for'],
  ],
  [
    'a wait of half a day',
    marketing({ steps: [waitFor('pause', days(0.5)), send('a')] }),
    ['step "pause" for days: is a whole number'],
  ],
  [
    'a negative wait',
    marketing({ steps: [waitFor('pause', { days: 2, hours: -1 }), send('a')] }),
    ['step "pause" for hours: must be at least 0'],
  ],
  [
    'a wait of both sorts',
    marketing({ steps: [{ ...waitFor('pause', hours(1)), ...waitUntil('pause', 1, 'entry') }, send('a')] }),
    ['step "pause": a wait has one of "for", "until"'],
  ],
  [
    'an hour that no clock shows',
    marketing({ steps: [waitUntil('eve', 1, 'entry', '24:00'), send('a')] }),
    ['step "eve" until at: an hour is "hh:mm"'],
  ],
  [
    'an unknown event',
    { ...marketing(), trigger: { ...marketing().trigger, on: 'OrderPlacd' } },
    ['trigger.on: is not an event'],
  ],
  [
    'an unknown exit event',
    { ...marketing(), exitOn: ['OrderReturnd'] },
    ['exitOn.0: is an event of the catalogue, { on'],
  ],
  [
    'an unknown oncePer',
    { ...marketing(), trigger: { ...marketing().trigger, oncePer: 'week' } },
    ['trigger.oncePer: is "ever", "order", "cart"'],
  ],
  ['a topic nobody consents to', { ...marketing(), topic: 'spam' }, ['topic: must be one of "tips"']],
  ['marketing without a topic', { ...marketing(), topic: undefined }, ['topic: marketing needs one']],
  ['a topic on an order’s own mail', { ...transactional(), topic: 'tips' }, ['topic: leave it out']],
  [
    'two steps of one id',
    marketing({ steps: [send('a'), send('b', { id: 'send-a' })] }),
    ['step "send-a": the id is used twice; rename one'],
  ],
  [
    'a branch to nowhere',
    {
      ...marketing(),
      steps: [branch('fork', { the: 'customer.locale', is: 'ja' }, 'nowhere', 'end'), exit('end')],
    },
    ['step "fork": there is no step "nowhere"'],
  ],
  [
    'a step nothing leads to',
    marketing({ steps: [exit('end'), send('a')] }),
    ['step "send-a": nothing leads here; remove it or branch to it'],
  ],
  ['an unknown template', marketing({ steps: [send('z')] }), ['step "send-z": there is no template "z"']],
  [
    'a template named like a method',
    marketing({ steps: [send('toString', { id: 'x' })] }),
    ['there is no template "toString"'],
  ],
  [
    'a template of the other kind',
    marketing({ steps: [send('thanks')] }),
    ['template "thanks" is transactional, the scenario is marketing'],
  ],
  [
    'oncePer order without an order',
    marketing({ trigger: { on: 'CustomerUpdated' }, steps: [send('a')] }),
    ['trigger: CustomerUpdated is about no order'],
  ],
  [
    'an arrival without an order',
    marketing({ trigger: { on: 'CustomerUpdated', oncePer: 'ever' } }),
    ['step "week": CustomerUpdated is about no order; count from "entry"'],
  ],
  [
    'a circle without a wait',
    round(send('a', { id: 'first' })),
    ['step "first": it leads back to itself without a wait'],
  ],
  [
    'a circle whose only wait is until a day',
    round(waitUntil('first', 1, 'entry'), send('a')),
    ['step "first": it leads back to itself without a wait; put a wait "for"'],
  ],
  [
    'an entry that waits for no group',
    marketing({ whenTaken: 'wait' }),
    ['whenTaken: give the group that may be taken'],
  ],
  [
    'order mail that waits',
    transactional({ group: 'g', whenTaken: 'wait' }),
    ['whenTaken: order mail waits for nothing'],
  ],
];

test.each(faults)('%s is refused, with its place and the remedy', (_, scenario, words) => {
  const refusal = refusalOf(scenario);
  for (const word of words) expect(refusal).toContain(word);
});

test('every fault is told at once', () => {
  const wrong = marketing({ steps: [send('z'), send('y')] });
  expect(refusalOf(wrong).split('\n')).toHaveLength(3);
});

test('a circle with a wait for some time is right', () => {
  expect(refusalOf(round(waitFor('first', hours(1)), send('a')))).toBe('');
});

test('faults can be had one by one, and meaning is asked only of what has the right shape', () => {
  expect(scenarioFaults(marketing(), templates)).toEqual([]);
  const wrong = marketing({ steps: [send('z'), send('y')] });
  expect(scenarioFaults(wrong, templates)).toEqual([
    'step "send-z": there is no template "z" in the catalogue',
    'step "send-y": there is no template "y" in the catalogue',
  ]);
  expect(scenarioFaults({ ...wrong, version: 0 }, templates)).toEqual(['version: must be at least 1']);
});
