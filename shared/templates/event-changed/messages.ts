import { everyMessage, type TemplateEntry } from '../entry.ts';

export const eventChangedMessages = {
  'event-changed/changed': {
    kind: 'transactional',
    eventFields: ['booking.name', 'booking.startsAt', 'booking.place', 'booking.url'],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
