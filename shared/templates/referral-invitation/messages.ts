/** A link to pass on, and how others put it. */
import { marketingMessage, referralFields, type TemplateEntry } from '../entry.ts';

export const referralInvitationMessages = {
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
} as const satisfies Readonly<Record<string, TemplateEntry>>;
