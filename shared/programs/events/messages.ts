/** The letters about a booking. */
import type { Messages } from '../../core/language/program.ts';
import {
  bookingFields,
  everyMessage,
  marketingMessage,
  placeFields,
  productFields,
} from '../message-fields.ts';

export const messages = {
  'event-booking/confirmation': {
    kind: 'transactional',
    eventFields: placeFields,
    variables: [...everyMessage, ...bookingFields],
  },
  'event-booking/week-before': {
    kind: 'transactional',
    eventFields: placeFields,
    variables: [...everyMessage, ...bookingFields],
  },
  'event-booking/day-before': {
    kind: 'transactional',
    eventFields: placeFields,
    variables: [...everyMessage, ...bookingFields],
  },
  'event-booking/starting': {
    kind: 'transactional',
    eventFields: placeFields,
    variables: everyMessage,
  },
  'event-changed/changed': {
    kind: 'transactional',
    eventFields: placeFields,
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
