import { afterAll, beforeAll, expect, test } from 'vitest';
import { trialCopy } from './trial-copy.ts';

let copy: ReturnType<typeof trialCopy>;
beforeAll(() => {
  copy = trialCopy();
});
afterAll(() => copy.end());

test('a program that was taken over is right as it is, with its lock, and in the place of ours', () => {
  expect(copy.scenario('own', 'back-in-stock')).toMatchObject({ code: 0, err: '' });
  expect(copy.read('shared/store/store.ts')).toContain("programs: { 'back-in-stock': backInStock },");
  expect(Object.keys(JSON.parse(copy.read('shared/store/released.json')))).toEqual([
    'back-in-stock',
    'price-drop',
  ]);
  const drop = 'shared/store/programs/back-in-stock/price-drop.ts';
  copy.edit(drop, 'version: 1', 'version: 2');
  expect(copy.scenario('check').out).toContain(
    `wrong  ${drop}: price-drop@2: version 2 says not what becomes of those inside`,
  );
  copy.edit(drop, 'version: 2', 'version: 1');
  expect(copy.scenario('check')).toMatchObject({ code: 0 });
});

test('words that were taken over are read in place of ours', () => {
  expect(copy.scenario('own', 'welcome/promise').code).toBe(0);
  const text = 'shared/store/texts/welcome/promise.en.mjml';
  copy.edit(text, '{{ brand.siteUrl }}', '{{ brand.nmae }}');
  expect(copy.scenario('check').out).toMatch(new RegExp(`wrong {2}${text}:\\d+: uses "brand.nmae"`));
});

test.each([
  ['back-in-stock', 'is there already'],
  ['welcome/promise', 'is the store’s already'],
  ['tea-club', 'No program "tea-club" ships: take one of order-service'],
  ['welcome/hallo', 'There is no message "welcome/hallo"'],
])('own %s is refused', (name, words) => {
  expect(copy.scenario('own', name)).toMatchObject({ code: 1, err: expect.stringContaining(words) });
});
