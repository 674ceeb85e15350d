import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newestOf } from '../../../infra/author/library.ts';
import { vocabularyOf } from '../../../infra/author/vocabulary/vocabulary.ts';
import { vocabularyPage } from '../../../infra/author/vocabulary/vocabulary-page.ts';
import { attributeTypes } from '../../../shared/core/language/attribute-types.ts';
import { neverTrue } from '../../../shared/core/language/check/check-values.ts';
import type { Filter } from '../../../shared/core/language/filter.ts';
import { filter } from '../../../shared/core/language/schema/scenario-schema-parts.ts';
import { segments } from '../../../shared/library.ts';
import { marketing } from '../../support/scenarios.ts';
import { scenarios } from '../../support/shipped.ts';

const words = vocabularyOf(newestOf(scenarios), segments);
const asFilter = (example: string): unknown =>
  JSON.parse(example.replaceAll("'", '"').replaceAll(/([{,] )([A-Za-z]\w*):/g, '$1"$2":'));

test('docs/filters.md is current; if not: npm run scenario -- vocabulary --markdown docs/filters.md', () => {
  expect(readFileSync('docs/filters.md', 'utf8')).toBe(vocabularyPage(words));
});

test('every attribute stands there once, with words in both languages', () => {
  const named = words.map(({ attribute }) => attribute);
  expect(named.slice(0, -4)).toEqual(Object.keys(attributeTypes));
  expect(new Set(named).size).toBe(named.length);
  for (const { attribute, en, ja } of words)
    expect([attribute, en.length > 3, /[ぁ-ん一-龠ァ-ヶ]/.test(ja) || ja === '']).toEqual([
      attribute,
      true,
      true,
    ]);
});

test.each(words.filter(({ attribute }) => !attribute.endsWith('…')))(
  'the example of $attribute is a filter that check takes',
  ({ example }) => {
    const asked = filter.parse(asFilter(example));
    expect(neverTrue(asked as Filter, new Map())).toEqual([]);
  },
);

test('an example is taken from the first scenario that asks so', () => {
  const asking = marketing({ id: 'tea', trigger: { filter: { the: 'event.order.total', atLeast: 5000 } } });
  const total = vocabularyOf([asking], []).find(({ attribute }) => attribute === 'event.order.total');
  expect(total).toMatchObject({ example: "{ the: 'event.order.total', atLeast: 5000 }", from: 'tea' });
});
