/** What the store announces. */
import type { Messages } from '../../core/language/program.ts';
import { marketingMessage } from '../message-fields.ts';

export const messages = {
  'new-product/for-regulars': {
    kind: 'marketing',
    eventFields: ['product.name', 'product.url', 'product.price', 'product.currency'],
    variables: marketingMessage,
  },
  'new-product/on-the-shelf': {
    kind: 'marketing',
    eventFields: ['product.name', 'product.url', 'product.price', 'product.currency'],
    variables: marketingMessage,
  },
  'sale/vip-early': {
    kind: 'marketing',
    eventFields: ['sale.name', 'sale.startsAt', 'sale.endsAt', 'sale.url'],
    variables: marketingMessage,
  },
  'sale/open': {
    kind: 'marketing',
    eventFields: ['sale.name', 'sale.startsAt', 'sale.endsAt', 'sale.url'],
    variables: marketingMessage,
  },
  'sale/last-day': {
    kind: 'marketing',
    eventFields: ['sale.name', 'sale.startsAt', 'sale.endsAt', 'sale.url'],
    variables: marketingMessage,
  },
} as const satisfies Messages;
