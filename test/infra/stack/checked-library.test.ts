import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkedLibrary } from '../../../infra/stack/functions/checked-library.ts';
import { showsAny } from '../../../shared/core/language/template-facts.ts';
import { exampleSettings } from '../../../shared/example/settings.ts';
import { catalogue, facts, scenarios, segments, surveys } from '../../../shared/library.ts';
import { deployedBook, deployedCheckedBook } from '../../../shared/service/saving/deployed-book.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';

const settings = parseSettings(exampleSettings);
const library = { scenarios, catalogue, segments, surveys, facts };

test('the file holds the library but for words for people and variables that only texts name', () => {
  const { text, digest } = checkedLibrary();
  const held = JSON.parse(text);
  expect(library).toMatchObject({ ...held, catalogue: expect.anything() });
  expect(Object.keys(held.catalogue)).toEqual(Object.keys(catalogue));
  const left = new Set(scenarios.flatMap((scenario, nth) => without(scenario, held.scenarios[nth])));
  expect([...left].sort()).toEqual([
    'barrier',
    'callToAction',
    'hypothesis',
    'kpi',
    'motive',
    'program',
    'waitsFor',
  ]);
  expect(digest).toBe(createHash('sha256').update(text).digest('hex'));
});

const without = (whole: object, kept: object) =>
  Object.keys(whole).filter((name) => !Object.hasOwn(kept, name));

test('a book of the file says what a book of the source says', () => {
  const [ofFile, ofSource] = [
    deployedCheckedBook(JSON.parse(checkedLibrary().text), settings),
    deployedBook(library, settings),
  ];
  expect(ofFile.current).toHaveLength(ofSource.current.length);
  for (const [name, template] of Object.entries(catalogue)) {
    const held = ofFile.template(name);
    expect(held).toMatchObject({ kind: template.kind, eventFields: template.eventFields });
    expect(held?.numbered).toBe(template.numbered);
    for (const kind of ['cart.', 'products.', 'links.confirm'] as const)
      expect(showsAny(held, kind)).toBe(showsAny(template, kind));
  }
  for (const scenario of ofFile.current) {
    const other = ofSource.find(scenario.id, scenario.version);
    expect(ofFile.fieldsOf(scenario)).toEqual(ofSource.fieldsOf(other));
    expect(ofFile.segmentsOf(scenario)).toEqual(ofSource.segmentsOf(other));
  }
});
