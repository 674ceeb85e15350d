import { expect, test } from 'vitest';
import { openBook } from '../../shared/core/scenario-book.ts';
import { scenarios } from '../../shared/scenarios/registry.ts';
import { catalogue } from '../../shared/templates/catalogue.ts';

test('every registered scenario passes the check that a deployment makes', () => {
  const book = openBook(scenarios, catalogue);
  const ids = book.current.map((scenario) => scenario.id);
  expect(ids).toEqual(expect.arrayContaining(['order-thanks', 'after-purchase']));
});

test('an enrolment keeps no more of its order than its messages name', () => {
  const book = openBook(scenarios, catalogue);
  expect(book.fieldsOf(book.find('after-purchase', 1))).toEqual([
    'order.id',
    'order.items.name',
    'order.items.quantity',
  ]);
});

test('every message of the catalogue is sent by a scenario, and in the kind of that scenario', () => {
  const sent = scenarios.flatMap((scenario) =>
    scenario.steps.flatMap((step) => (step.kind === 'send' ? [[step.template, scenario.kind] as const] : [])),
  );
  for (const [template, kind] of sent) expect(catalogue[template].kind).toBe(kind);
  expect(sent.map(([template]) => template).sort()).toEqual(Object.keys(catalogue).sort());
});

test('scenarios are plain data', () => {
  expect(structuredClone(scenarios)).toEqual(scenarios);
});
