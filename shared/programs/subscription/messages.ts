/** The notices and letters of a subscription. */
import type { Messages } from '../../core/language/program.ts';
import {
  amountFields,
  everyMessage,
  marketingMessage,
  surveyFields,
  voiceFields,
} from '../message-fields.ts';

export const messages = {
  // What a subscriber is told: that it began, and each charge before it comes.
  'subscription-notice/started': {
    kind: 'transactional',
    eventFields: [
      'subscription.id',
      'subscription.name',
      'subscription.intervalDays',
      'subscription.renewsAt',
      'subscription.url',
    ],
    variables: everyMessage,
  },
  'subscription-notice/renewal': {
    kind: 'transactional',
    eventFields: [
      'subscription.id',
      'subscription.name',
      'subscription.renewsAt',
      'subscription.amount',
      'subscription.currency',
      'subscription.deadline',
      'subscription.url',
    ],
    variables: everyMessage,
  },
  // Right use first: the letters of a subscription’s first weeks.
  'subscription-care/begin': {
    kind: 'marketing',
    eventFields: ['subscription.name'],
    variables: marketingMessage,
  },
  'subscription-care/keep-going': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...voiceFields],
  },
  // A letter with the second and the third delivery, where people leave.
  'subscription-tips/second': {
    kind: 'marketing',
    eventFields: ['subscription.name', 'subscription.url'],
    variables: marketingMessage,
  },
  'subscription-tips/third': {
    kind: 'marketing',
    eventFields: ['subscription.name'],
    variables: [...marketingMessage, ...voiceFields],
  },
  // A charge that failed: at once, after three days, after seven.
  'subscription-payment/failed': {
    kind: 'transactional',
    eventFields: [...amountFields, 'subscription.id', 'subscription.name', 'subscription.url'],
    variables: everyMessage,
  },
  'subscription-payment/reminder': {
    kind: 'transactional',
    eventFields: [...amountFields, 'subscription.id', 'subscription.name', 'subscription.url'],
    variables: everyMessage,
  },
  'subscription-payment/last': {
    kind: 'transactional',
    eventFields: [...amountFields, 'subscription.id', 'subscription.name', 'subscription.url'],
    variables: everyMessage,
  },
  // The confirmation of a pause.
  'subscription-paused/paused': {
    kind: 'transactional',
    eventFields: ['subscription.id', 'subscription.name', 'subscription.url'],
    variables: everyMessage,
  },
  // The confirmation of a skipped delivery.
  'subscription-skipped/skipped': {
    kind: 'transactional',
    eventFields: ['subscription.id', 'subscription.name', 'subscription.renewsAt', 'subscription.url'],
    variables: everyMessage,
  },
  // The confirmation that a subscription has ended.
  'subscription-stopped/stopped': {
    kind: 'transactional',
    eventFields: ['subscription.id', 'subscription.name'],
    variables: everyMessage,
  },
  // The one question after a subscription has ended.
  'subscription-farewell/why': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...surveyFields],
  },
} as const satisfies Messages;
