/** The surveys a message may ask. */
import type { Survey } from '../core/language/survey.ts';
import { earlySurvey } from './early.ts';
import { ninetyDaySurvey } from './ninety-day.ts';
import { pulseSurvey } from './pulse.ts';
import { subscriptionFarewellSurvey } from './subscription-farewell.ts';

export const surveys: readonly Survey[] = [
  earlySurvey,
  ninetyDaySurvey,
  pulseSurvey,
  subscriptionFarewellSurvey,
];
