import { expect, test } from 'vitest';
import { checkScenario } from '../../../shared/core/language/check/check-scenario.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { days } from '../../../shared/core/values/duration.ts';
import { branch, exit, marketing, templates } from '../../support/scenarios.ts';

const yesNo = (filter: object) =>
  ({ ...marketing(), steps: [branch('fork', filter as never, 'end', 'end'), exit('end')] }) as Scenario;
const faults: [what: string, scenario: Scenario, words: string[]][] = [
  [
    'a filter on an unknown attribute',
    yesNo({ the: 'event.order.totl', is: 1 }),
    ['step "fork": there is no attribute "event.order.totl"'],
  ],
  [
    'a filter that compares with nothing',
    yesNo({ the: 'event.order.total' }),
    ['step "fork": "event.order.total" is compared with nothing'],
  ],
  [
    'a filter with a value of another type',
    yesNo({ the: 'event.order.total', is: 'much' }),
    ['step "fork": "event.order.total" is a number; give "is" a number'],
  ],
  [
    'an order of texts',
    yesNo({ the: 'customer.locale', atLeast: 3 }),
    ['"customer.locale" is a string; "atLeast" compares numbers'],
  ],
  [
    'money asked without its currency',
    yesNo({ the: 'customer.lifecycle.spentIn365Days', atLeast: 1 }),
    ['there is no attribute "customer.lifecycle.spentIn365Days"'],
  ],
  [
    'money asked in no currency',
    yesNo({ the: 'customer.lifecycle.spentIn365Days.yen', atLeast: 1 }),
    ['there is no attribute "customer.lifecycle.spentIn365Days.yen"'],
  ],
  ['a filter of no shape', yesNo({ of: 1 }), ['step "fork" when 0 if: a filter is { the, is … }']],
  ['a filter of no parts', yesNo({ all: [] }), ['step "fork" when 0 if all: must be at least 1 long']],
  [
    'a wrong filter deep inside',
    yesNo({ not: { any: [{ the: 'customer.locale', is: 7 }] } }),
    ['"customer.locale" is a string; give "is" a string'],
  ],
  [
    'a wrong filter on a goal',
    marketing({ goal: { on: 'OrderPlaced', within: days(1), filter: { the: 'order.total' } as never } }),
    ['goal filter: there is no attribute "order.total"'],
  ],
  [
    'a wrong filter on an exit',
    marketing({ exitOn: [{ on: 'OrderPlaced', filter: { the: 'event.order.gift', is: 1 } as never }] }),
    ['exitOn filter: "event.order.gift" is a boolean'],
  ],
];

test.each(faults)('%s is refused, with its place and the remedy', (_, scenario, words) => {
  for (const word of words) expect(() => checkScenario(scenario, templates)).toThrow(word);
});

test('what the types allow passes: extra fields, attributes, lists and opposites', () => {
  const open = yesNo({
    all: [
      { the: 'event.extra.channel.name', is: 'app' },
      { the: 'customer.attributes.age', atLeast: 20, isNot: 99 },
      { not: { the: 'event.order.items.category', oneOf: ['tea', 'cakes'] } },
      { the: 'event.order.coupon', exists: false },
    ],
  });
  expect(() => checkScenario(open, templates)).not.toThrow();
});
