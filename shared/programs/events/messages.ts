/** The letters about a booking. */
import type { Messages } from '../../core/language/program.ts';
import { bookingFields, everyMessage, marketingMessage, productFields } from '../message-fields.ts';

export const messages = {
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
  'event-changed/changed': {
    kind: 'transactional',
    eventFields: ['booking.name', 'booking.startsAt', 'booking.place', 'booking.url'],
    variables: everyMessage,
  },
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
} as const satisfies Messages;
