/** The six letters of a small store. */
import type { Messages } from '../../core/language/program.ts';
import { deliveryFields, marketingMessage, voiceFields } from '../message-fields.ts';

export const messages = {
  'small-store-walls/assurance': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'small-store-walls/company': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...deliveryFields],
  },
  'small-store-walls/effect': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...voiceFields],
  },
  'small-store-walls/product': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: marketingMessage,
  },
  'small-store-walls/safety': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'small-store-walls/use': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: marketingMessage,
  },
} as const satisfies Messages;
