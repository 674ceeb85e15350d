/** The words a filter may ask of, as a page: each with its type, its values, its meaning and a filter that asks it. */
import { attributeTypes, openPrefixes } from '../../../shared/core/language/attribute-types.ts';
import { rangeOf, wordsOf } from '../../../shared/core/language/check/attribute-values.ts';
import type { Comparison, Filter } from '../../../shared/core/language/filter.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Segment } from '../../../shared/core/language/segment.ts';
import { attributeMeanings, openMeanings } from './attribute-meanings.ts';

type Attribute = keyof typeof attributeTypes;

export interface Word {
  readonly attribute: string;
  readonly type: string;
  /** What it may be, where that is known. */
  readonly values: string;
  readonly en: string;
  readonly ja: string;
  readonly example: string;
  /** The scenario or segment that asks it so; none where nothing that ships does. */
  readonly from: string | undefined;
}

interface Asking {
  readonly comparison: Comparison;
  readonly from: string;
}

/** @param scenarios whose filters show how it is asked; the first one that asks is shown */
export function vocabularyOf(scenarios: readonly Scenario[], segments: readonly Segment[]): Word[] {
  const asked = [
    ...segments.flatMap(({ name, is }) => askings(is, `segment ${name}`)),
    ...scenarios.flatMap((scenario) => askings(scenario, scenario.id)),
  ];
  const known = (Object.keys(attributeTypes) as Attribute[]).map((attribute) =>
    wordOf(attribute, attributeTypes[attribute], attributeMeanings[attribute], asked),
  );
  const open = openPrefixes.map((prefix) =>
    wordOf(`${prefix}…`, 'any', openMeanings[prefix] ?? { en: '', ja: '' }, asked),
  );
  return [...known, ...open];
}

function wordOf(
  attribute: string,
  type: string,
  { en, ja }: { readonly en: string; readonly ja: string },
  asked: readonly Asking[],
): Word {
  const stem = attribute.replace(/…$/, '');
  const found = asked.find(({ comparison: { the } }) =>
    stem === attribute ? the === attribute : the.startsWith(stem),
  );
  const example = found?.comparison ?? usual(attribute, type);
  return {
    attribute,
    type,
    values: valuesOf(attribute, type),
    en,
    ja,
    example: inCode(example),
    from: found?.from,
  };
}

/** Every comparison below a value, wherever in it. */
function askings(value: unknown, from: string): Asking[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => askings(one, from));
  if ('the' in value) return [{ comparison: value as Comparison, from }];
  return Object.values(value).flatMap((one) => askings(one, from));
}

function valuesOf(attribute: string, type: string): string {
  const words = wordsOf(attribute);
  if (words) return words.join(', ');
  if (type !== 'number') return '';
  const { from, to, isWhole } = rangeOf(attribute);
  const bounds = Number.isFinite(from) && Math.abs(from) < 1e9 ? `${from} and more` : '';
  const upTo = Number.isFinite(to) && to < 1e9 ? `${from} to ${to}` : bounds;
  return [upTo, isWhole ? 'whole' : ''].filter(Boolean).join(', ');
}

/** Asked as its type allows, where nothing that ships asks it. */
function usual(attribute: string, type: string): Filter {
  const [word = 'x'] = wordsOf(attribute) ?? [];
  const tests: Readonly<Record<string, object>> = {
    number: { atLeast: Math.max(rangeOf(attribute).from, 1) },
    boolean: { is: true },
    date: { daysAgoAtLeast: 90 },
    string: word === 'x' ? { exists: true } : { is: word },
    any: { exists: true },
  };
  return { the: attribute, ...tests[type] } as Filter;
}

const inCode = (filter: Filter): string =>
  JSON.stringify(filter)
    .replaceAll(/"([A-Za-z]\w*)":/g, '$1: ')
    .replaceAll('"', "'")
    .replaceAll(/([{,])(?=\S)/g, '$1 ')
    .replaceAll('}', ' }');
