/** Asks after the first parcel what a customer wants, and answers each category in its own way. */
import type { Program } from '../../core/language/program.ts';
import { earlySurveyAsked } from './early-survey.ts';
import { earlySurveyAnswered } from './early-survey-answered.ts';
import { messages } from './messages.ts';
import { earlySurvey } from './survey.ts';

export const program = {
  scenarios: [earlySurveyAsked, earlySurveyAnswered],
  messages,
  surveys: [earlySurvey],
} as const satisfies Program;
