/** The letters that follow an order. */
import type { Messages } from '../../core/language/program.ts';
import {
  amountFields,
  deliveryFields,
  everyMessage,
  marketingMessage,
  orderFields,
  voiceFields,
} from '../message-fields.ts';

export const messages = {
  'order-thanks/thanks': {
    kind: 'transactional',
    eventFields: [
      ...orderFields,
      ...amountFields,
      'order.origin',
      'order.items.name',
      'order.items.quantity',
      'order.items.unitPrice',
    ],
    variables: [...everyMessage, ...deliveryFields],
  },
  'after-purchase/any-trouble': {
    kind: 'marketing',
    eventFields: [...orderFields, 'order.items.name', 'order.items.quantity'],
    variables: marketingMessage,
  },
  'after-purchase/using-it-well': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: marketingMessage,
  },
  'after-purchase/other-voices': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...voiceFields],
  },
  'after-purchase/continue': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: marketingMessage,
  },
} as const satisfies Messages;
