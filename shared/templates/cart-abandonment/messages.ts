/** The three reminders of a cart, also of a checkout that was left. */
import { cartFields, marketingMessage, type TemplateEntry } from '../entry.ts';

export const cartAbandonmentMessages = {
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
} as const satisfies Readonly<Record<string, TemplateEntry>>;
