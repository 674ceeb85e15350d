import { expect, test } from 'vitest';
import { openBook } from '../../shared/core/language/scenario-book.ts';
import { isMessage } from '../../shared/core/language/steps.ts';
import { catalogue, scenarios, segments } from '../support/shipped.ts';

test('every registered scenario passes the check that a deployment makes', () => {
  const book = openBook(scenarios, catalogue, segments);
  const ids = book.current.map((scenario) => scenario.id);
  expect(ids).toEqual(expect.arrayContaining(['order-thanks', 'after-purchase']));
});

test('an enrolment keeps no more of its order than its messages name', () => {
  const book = openBook(scenarios, catalogue, segments);
  expect(book.fieldsOf(book.find('after-purchase', 4))).toEqual([
    'order.id',
    'order.items.name',
    'order.items.quantity',
    'order.items.supplyDays',
    'order.number',
  ]);
});

test('every message of the catalogue is sent by a scenario, and in the kind of that scenario', () => {
  const sent = scenarios.flatMap((scenario) =>
    scenario.steps.flatMap((step) => (isMessage(step) ? [[step.template, scenario.kind] as const] : [])),
  );
  for (const [template, kind] of sent) expect(catalogue[template].kind).toBe(kind);
  expect([...new Set(sent.map(([template]) => template))].sort()).toEqual(Object.keys(catalogue).sort());
});

test('scenarios are plain data', () => {
  expect(structuredClone(scenarios)).toEqual(scenarios);
});
