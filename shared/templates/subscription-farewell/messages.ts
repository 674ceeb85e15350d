/** The one question after a subscription has ended. */
import { marketingMessage, surveyFields, type TemplateEntry } from '../entry.ts';

export const subscriptionFarewellMessages = {
  'subscription-farewell/why': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...surveyFields],
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
