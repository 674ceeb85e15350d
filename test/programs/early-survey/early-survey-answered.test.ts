import { expect, test } from 'vitest';
import { earlySurveyAnswered } from '../../../shared/programs/early-survey/early-survey-answered.ts';
import { answers, categoryIn, hers, humanTasks, labelsOf, orders } from '../../support/events-of-hana.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';

const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo
async function open() {
  const store = storeInMemory({ startAt: monday, scenarios: [earlySurveyAnswered] });
  await orders(store, 'o-1');
  await store.pass({ days: 14 });
  return store;
}

test.each([
  [{ wish: 'present' }, 'gift'],
  [{ wish: 'origin' }, 'careful'],
  [{ wish: 'calm', problem: 'trust' }, 'careful'],
  [{ wish: 'cooking' }, 'kitchen'],
  [{ wish: 'calm' }, 'calm'],
  [{ wish: 'curious' }, 'explorer'],
  [{}, 'explorer'],
])('the answers %o lead to the path of "%s"', async (given, category) => {
  const store = await open();
  await answers(store, 'early', { impression: 'good', ...given });
  await store.pass({ days: 30 });
  expect(await categoryIn(store, 'early')).toBe(category);
  expect(store.calendar('Asia/Tokyo')).toEqual([`2026-03-18 19:00 early-survey-answered__${category}`]);
  expect(humanTasks(store)).toEqual([]);
});

test('a disappointed customer goes to people, is sorted, and gets nothing to buy', async () => {
  const store = await open();
  await answers(store, 'early', { impression: 'disappointed', wish: 'calm' });
  expect(humanTasks(store)).toEqual(['early-survey-low']);
  expect(await labelsOf(store)).toContain('care-first');
  await store.pass({ days: 10 });
  expect(await categoryIn(store, 'early')).toBe('calm');
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('once people have helped her she is a customer like any other', async () => {
  const store = await open();
  await answers(store, 'early', { impression: 'disappointed' });
  await store.pass({ days: 2 });
  await hers(store, 'HelpResolved', { help: { id: 'h-1' } });
  await store.pass({ hours: 1 });
  expect(await labelsOf(store)).not.toContain('care-first');
});

test('without a word of people the mark is taken off after thirty days', async () => {
  const store = await open();
  await answers(store, 'early', { impression: 'disappointed' });
  await store.pass({ days: 31 });
  expect(await labelsOf(store)).not.toContain('care-first');
});

test('an order in between ends the path', async () => {
  const store = await open();
  await answers(store, 'early', { impression: 'good', wish: 'calm' });
  await store.pass({ hours: 5 });
  await orders(store, 'o-2');
  await store.pass({ days: 30 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('the answers to another survey lead nowhere here', async () => {
  const store = await open();
  await answers(store, 'pulse', { using: 'yes' });
  await store.pass({ days: 30 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});
