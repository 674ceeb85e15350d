/** The letters before the first order, with and without a sample. */
import type { Messages } from '../../core/language/program.ts';
import { marketingMessage, productFields, voiceFields } from '../message-fields.ts';

export const messages = {
  // The letters that turn interest into need, before the first order.
  'nurture/how-to': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...productFields],
  },
  'nurture/others': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...voiceFields],
  },
  'nurture/questions': {
    kind: 'marketing',
    eventFields: [],
    variables: marketingMessage,
  },
  'nurture/first-step': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...productFields],
  },
  // The letters to somebody who has a sample in her hands.
  'nurture-sample/opened': {
    kind: 'marketing',
    eventFields: ['sample.name'],
    variables: marketingMessage,
  },
  'nurture-sample/use': {
    kind: 'marketing',
    eventFields: ['sample.name'],
    variables: marketingMessage,
  },
  'nurture-sample/next': {
    kind: 'marketing',
    eventFields: ['sample.name'],
    variables: [...marketingMessage, ...productFields],
  },
} as const satisfies Messages;
