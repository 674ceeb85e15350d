import { expect, test } from 'vitest';
import { mergedLibrary } from '../../../shared/core/language/merged-library.ts';
import type { Program } from '../../../shared/core/language/program.ts';
import { shippedLibrary } from '../../../shared/library.ts';
import { marketing } from '../../support/scenarios.ts';

const program = (ids: readonly string[], more: Partial<Program> = {}): Program => ({
  scenarios: ids.map((id) => marketing({ id })),
  messages: Object.fromEntries(
    ids.map((id) => [`${id}/hello`, { kind: 'marketing' as const, eventFields: [], variables: [] }]),
  ),
  ...more,
});
const segment = (name: string, means: string) => ({
  name,
  means,
  is: { the: 'customer.labels', is: name } as const,
});
const order = (...given: Parameters<typeof mergedLibrary>) =>
  mergedLibrary(...given).scenarios.map(({ id }) => id);

const ours = {
  programs: { first: program(['a', 'b']), second: program(['c', 'd'], { before: { d: 'b' } }) },
  segments: [segment('vip', 'Ours.'), segment('new', 'Ours.')],
};

test('scenarios are asked in the order of the programs, but for who asks to stand before another', () => {
  expect(order(ours)).toEqual(['a', 'd', 'b', 'c']);
  const gone = { ...ours, programs: { first: program(['a']), second: ours.programs.second } };
  expect(order(gone)).toEqual(['a', 'c', 'd']);
});

test('a program of the store takes the place of ours of its name, whole; others come after', () => {
  const store = { programs: { own: program(['e']), first: program(['b']) }, segments: [] };
  expect(order(ours, store)).toEqual(['d', 'b', 'c', 'e']);
  expect(Object.keys(mergedLibrary(ours, store).messages)).toEqual([
    'b/hello',
    'c/hello',
    'd/hello',
    'e/hello',
  ]);
});

test('a segment of the store takes the place of ours of its name', () => {
  const store = { programs: {}, segments: [segment('own', 'Theirs.'), segment('vip', 'Theirs.')] };
  expect(mergedLibrary(ours, store).segments.map(({ name, means }) => `${name}: ${means}`)).toEqual([
    'vip: Theirs.',
    'new: Ours.',
    'own: Theirs.',
  ]);
});

test('a friend’s welcome is asked before the general one: where both would begin, it is taken', () => {
  const ids = shippedLibrary.scenarios.map(({ id }) => id);
  expect(ids.indexOf('referral-welcome')).toBe(ids.indexOf('welcome') - 1);
});
