/** The letters to who passes a link on, and to the friend. */
import type { Messages } from '../../core/language/program.ts';
import { couponFields, marketingMessage, productFields, referralFields } from '../message-fields.ts';

export const messages = {
  // A link to pass on, and how others put it.
  'referral-invitation/how': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...referralFields],
  },
  'referral-invitation/invite': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...referralFields],
  },
  // For a friend who came by a link.
  'referral-welcome/present': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields, ...productFields],
  },
  'referral-welcome/present-ends': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields],
  },
  'referral-welcome/welcome': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  // For who passed her link on.
  'referral-thanks/present': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields],
  },
  'referral-thanks/thanks': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Messages;
