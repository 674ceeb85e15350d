/** One word each about stock and price. */
import type { Messages } from '../../core/language/program.ts';
import { marketingMessage } from '../message-fields.ts';

export const messages = {
  'back-in-stock/back': {
    kind: 'marketing',
    eventFields: ['product.name', 'product.url', 'product.price', 'product.currency'],
    variables: marketingMessage,
  },
  'price-drop/lower-price': {
    kind: 'marketing',
    eventFields: ['product.name', 'product.url', 'product.price', 'product.currency'],
    variables: marketingMessage,
  },
} as const satisfies Messages;
