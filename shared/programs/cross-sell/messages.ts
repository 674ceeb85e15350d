/** What goes with what a customer has. */
import type { Messages } from '../../core/language/program.ts';
import { marketingMessage, productFields } from '../message-fields.ts';

export const messages = {
  'cross-sell/goes-with-it': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: [...marketingMessage, ...productFields],
  },
  'cross-sell/a-step-on': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...productFields],
  },
} as const satisfies Messages;
