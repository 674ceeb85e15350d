/** The three reminders of a cart, also of a checkout that was left. */
import type { Messages } from '../../core/language/program.ts';
import { cartFields, marketingMessage } from '../message-fields.ts';

export const messages = {
  'cart-abandonment/hour': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...cartFields],
  },
  'cart-abandonment/day': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...cartFields],
  },
  'cart-abandonment/three-days': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...cartFields],
  },
} as const satisfies Messages;
