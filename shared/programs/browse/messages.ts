/** One letter about what somebody looked at more than once. */
import type { Messages } from '../../core/language/program.ts';
import { marketingMessage, productFields } from '../message-fields.ts';

export const messages = {
  'browse-follow-up/seen': {
    kind: 'marketing',
    eventFields: ['product.name', 'product.url'],
    variables: [...marketingMessage, ...productFields],
  },
} as const satisfies Messages;
