/** The request for a review, and the thanks. */
import type { Messages } from '../../core/language/program.ts';
import { marketingMessage } from '../message-fields.ts';

export const messages = {
  // A word from her, asked for twice at most.
  'review-request/ask': { kind: 'marketing', eventFields: ['order.items.name'], variables: marketingMessage },
  'review-request/remind': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: marketingMessage,
  },
  // When she has written a review.
  'review-thanks/thanks': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Messages;
