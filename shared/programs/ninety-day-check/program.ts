/** Asks, ninety days after the last order, why; and answers each reason. */
import type { Program } from '../../core/language/program.ts';
import { messages } from './messages.ts';
import { ninetyDayAnswered } from './ninety-day-answered.ts';
import { ninetyDayCheck } from './ninety-day-check.ts';
import { ninetyDaySurvey } from './survey.ts';

export const program = {
  scenarios: [ninetyDayCheck, ninetyDayAnswered],
  messages,
  surveys: [ninetyDaySurvey],
} as const satisfies Program;
