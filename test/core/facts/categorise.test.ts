import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { categorise } from '../../../shared/core/facts/categorise.ts';
import type { Survey } from '../../../shared/core/language/survey.ts';
import { earlySurvey } from '../../../shared/programs/early-survey/survey.ts';
import { surveys } from '../../support/shipped.ts';

const at = Temporal.Instant.from('2026-03-15T03:00:00Z');

test('the first category whose rule fits is hers', () => {
  expect(categorise(earlySurvey, { wish: 'calm', problem: 'trust' }, at).category).toBe('careful');
  expect(categorise(earlySurvey, { wish: 'calm', problem: 'time' }, at).category).toBe('calm');
});

test('answers that fit no rule fall to the last category', () => {
  for (const answers of [{}, { wish: 'curious' }, { wish: 7 }, { wish: null }, { other: 'present' }]) {
    expect(categorise(earlySurvey, answers, at)).toEqual({ category: 'explorer', low: false });
  }
});

test('a low answer is told beside the category', () => {
  expect(categorise(earlySurvey, { impression: 'disappointed', wish: 'present' }, at)).toEqual({
    category: 'gift',
    low: true,
  });
});

test('a survey without categories sorts nobody', () => {
  const plain: Survey = { id: 'plain', version: 1, questions: [], categories: [] };
  expect(categorise(plain, { wish: 'calm' }, at)).toEqual({ category: undefined, low: false });
});

test('each survey has an id of its own', () => {
  expect(new Set(surveys.map(({ id }) => id)).size).toBe(surveys.length);
});

describe.each(surveys.map((survey) => [survey.id, survey] as const))('the survey "%s"', (_, survey) => {
  test('asks at most five questions, and the first one by choices', () => {
    expect(survey.questions.length).toBeLessThanOrEqual(5);
    expect(survey.questions[0]?.choices.length).toBeGreaterThan(1);
  });

  test('asks and answers in both languages, with ids that are used once', () => {
    const ids = (list: readonly { id: string }[]) =>
      expect(new Set(list.map((l) => l.id)).size).toBe(list.length);
    ids(survey.questions);
    for (const { ask, choices } of survey.questions) {
      ids(choices);
      for (const words of [ask, ...choices.map(({ label }) => label)]) {
        expect(words.ja).not.toBe('');
        expect(words.en).not.toBe('');
      }
    }
  });

  test('sorts into three to nine categories, of which the last takes all others', () => {
    expect(survey.categories.length).toBeGreaterThanOrEqual(3);
    expect(survey.categories.length).toBeLessThanOrEqual(9);
    expect(survey.categories.filter(({ when }) => when === undefined)).toEqual([survey.categories.at(-1)]);
  });

  test('asks in its rules only for answers it offers', () => {
    const offered = new Map(survey.questions.map(({ id, choices }) => [id, choices.map((c) => c.id)]));
    const rules = JSON.stringify([survey.categories, survey.low]);
    const asked = [...rules.matchAll(/answers\.([\w-]+)","is":"([\w-]+)"/g)];
    expect(asked.length).toBeGreaterThan(0);
    for (const [, question = '', choice] of asked) expect(offered.get(question)).toContain(choice);
  });
});
