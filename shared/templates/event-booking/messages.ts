import { bookingFields, everyMessage, type TemplateEntry } from '../entry.ts';

export const eventBookingMessages = {
  'event-booking/confirmation': {
    kind: 'transactional',
    eventFields: ['booking.name', 'booking.startsAt', 'booking.place', 'booking.url'],
    variables: [...everyMessage, ...bookingFields],
  },
  'event-booking/week-before': {
    kind: 'transactional',
    eventFields: ['booking.name', 'booking.startsAt', 'booking.place', 'booking.url'],
    variables: [...everyMessage, ...bookingFields],
  },
  'event-booking/day-before': {
    kind: 'transactional',
    eventFields: ['booking.name', 'booking.startsAt', 'booking.place', 'booking.url'],
    variables: [...everyMessage, ...bookingFields],
  },
  'event-booking/starting': {
    kind: 'transactional',
    eventFields: ['booking.name', 'booking.startsAt', 'booking.place', 'booking.url'],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
