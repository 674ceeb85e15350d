import { marketingMessage, productFields, type TemplateEntry } from '../entry.ts';

export const eventFollowUpMessages = {
  'event-follow-up/thanks': {
    kind: 'marketing',
    eventFields: ['booking.name', 'booking.url'],
    variables: marketingMessage,
  },
  'event-follow-up/missed': {
    kind: 'marketing',
    eventFields: ['booking.name', 'booking.url'],
    variables: marketingMessage,
  },
  'event-follow-up/next-step': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...productFields],
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
