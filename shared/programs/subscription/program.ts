/** Cares for a subscription from its start to its end. */
import type { Program } from '../../core/language/program.ts';
import { messages } from './messages.ts';
import { subscriptionCare } from './subscription-care.ts';
import { subscriptionFarewell } from './subscription-farewell.ts';
import { subscriptionNotice } from './subscription-notice.ts';
import { subscriptionPaused } from './subscription-paused.ts';
import { subscriptionPayment } from './subscription-payment.ts';
import { subscriptionSkipped } from './subscription-skipped.ts';
import { subscriptionStopped } from './subscription-stopped.ts';
import { subscriptionTips } from './subscription-tips.ts';
import { subscriptionFarewellSurvey } from './survey.ts';

export const program = {
  scenarios: [
    subscriptionNotice,
    subscriptionCare,
    subscriptionTips,
    subscriptionPayment,
    subscriptionPaused,
    subscriptionSkipped,
    subscriptionStopped,
    subscriptionFarewell,
  ],
  messages,
  surveys: [subscriptionFarewellSurvey],
} as const satisfies Program;
