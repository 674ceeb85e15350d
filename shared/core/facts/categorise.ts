/** Where a customer's answers put her in the set of a survey. */
import type { Temporal } from 'temporal-polyfill';
import { fits } from '../language/evaluate-filter.ts';
import type { Category, Survey } from '../language/survey.ts';

export interface Sorted {
  /** Her category; undefined where the survey sorts nobody. */
  readonly category: string | undefined;
  /** True where people of the store must see her answers first. */
  readonly low: boolean;
}

/** The first category whose rule fits, or the last one, which has none. Answers nobody asked for change nothing. */
export function categorise(
  survey: Survey,
  answers: Readonly<Record<string, unknown>>,
  at: Temporal.Instant,
): Sorted {
  const subject = { at, event: { survey: { id: survey.id, answers } }, customer: {}, enrolment: {} };
  const isHers = ({ when }: Category) => when === undefined || fits(when, subject);
  return {
    category: survey.categories.find(isHers)?.id,
    low: survey.low !== undefined && fits(survey.low, subject),
  };
}
