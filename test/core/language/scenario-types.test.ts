/** What must not compile: each `@ts-expect-error` stands above the one line that is wrong. tsc checks this file. */
import { expect, test } from 'vitest';
import type { Filter } from '../../../shared/core/language/filter.ts';
import { defineScenario } from '../../../shared/core/language/scenario.ts';
import { days } from '../../../shared/core/values/duration.ts';

const head = { id: 'typed', version: 1, stage: 'retention', purpose: 'Types.' } as const;
const trigger = { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel' } as const;

const right = defineScenario({
  ...head,
  kind: 'marketing',
  topic: 'tips',
  trigger,
  goal: { on: 'OrderPlaced', within: days(90) },
  exitOn: ['OrderReturned', { on: 'OrderCancelled', same: 'order' }],
  steps: [
    { id: 'week', kind: 'wait', until: { day: 7, after: 'arrived', at: '10:00' } },
    {
      id: 'fork',
      kind: 'branch',
      when: [{ if: { the: 'event.order.total', atLeast: 1 }, then: 'week' }],
      else: 'using',
    },
    { id: 'using', kind: 'send', template: 'after-purchase/using-it-well' },
  ],
});

const wrongStep = defineScenario({
  ...head,
  kind: 'transactional',
  trigger,
  steps: [
    {
      id: 'fork',
      kind: 'branch',
      // @ts-expect-error there is no step "wek"
      when: [{ if: { the: 'customer.locale', is: 'ja' }, then: 'wek' }],
      else: 'week',
    },
    { id: 'week', kind: 'exit' },
  ],
});

const wrongElse = defineScenario({
  ...head,
  kind: 'transactional',
  trigger,
  steps: [
    {
      id: 'fork',
      kind: 'branch',
      when: [{ if: { the: 'customer.locale', is: 'ja' }, then: 'week' }],
      // @ts-expect-error there is no step "wek"
      else: 'wek',
    },
    { id: 'week', kind: 'exit' },
  ],
});

const wrongTrigger = defineScenario({
  ...head,
  kind: 'transactional',
  trigger: {
    // @ts-expect-error no such event
    on: 'OrderPlacd',
    oncePer: 'order',
    whileRunning: 'parallel',
  },
  exitOn: [
    // @ts-expect-error no such event
    'OrderReturnd',
  ],
  steps: [{ id: 'thanks', kind: 'send', template: 'order-thanks/thanks' }],
});

const wrongTemplate = defineScenario({
  ...head,
  kind: 'transactional',
  trigger,
  steps: [
    // @ts-expect-error no such template
    { id: 'thanks', kind: 'send', template: 'order-thanks/thank' },
  ],
});

// @ts-expect-error marketing needs a topic
const noTopic = defineScenario({ ...head, kind: 'marketing', trigger, steps: [] });

// @ts-expect-error no such attribute
const wrongAttribute: Filter = { the: 'event.order.totl', is: 1 };

// @ts-expect-error a total is a number
const wrongValue: Filter = { the: 'event.order.total', is: 'much' };

// @ts-expect-error a locale has no order
const wrongOperator: Filter = { the: 'customer.locale', atLeast: 3 };

// @ts-expect-error within a list, too
const wrongInside: Filter = { all: [{ the: 'event.order.gift', is: 'yes' }] };

const open: Filter = {
  any: [
    { the: 'event.extra.channel', is: 'app' },
    { the: 'customer.attributes.age', atLeast: 20 },
  ],
};

test('the types alone refuse these: as they run, each is plain data, too', () => {
  const steps = [wrongStep, wrongElse, wrongTrigger, wrongTemplate, noTopic];
  const filters = [wrongAttribute, wrongValue, wrongOperator, wrongInside];
  expect(JSON.parse(JSON.stringify([steps, filters]))).toEqual([steps, filters]);
});

test('a scenario is plain data: it is as it was written after a trip through JSON', () => {
  expect(JSON.parse(JSON.stringify([right, open]))).toEqual([right, open]);
});
