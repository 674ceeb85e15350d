/** Every trust boundary under fuzz. */
import { busEvents, mails } from './bus-events.fuzz.ts';
import { laneMessages } from './lane-messages.fuzz.ts';
import { linkTokens } from './link-tokens.fuzz.ts';
import { publicPages } from './public-pages.fuzz.ts';
import { sesFeedback } from './ses-feedback.fuzz.ts';
import { environment, settingsTexts } from './settings.fuzz.ts';
import { shopifyWebhooks } from './shopify.fuzz.ts';
import type { Target } from './target.ts';

export const targets: readonly Target[] = [
  busEvents,
  mails,
  laneMessages,
  sesFeedback,
  shopifyWebhooks,
  linkTokens,
  publicPages,
  settingsTexts,
  environment,
];
