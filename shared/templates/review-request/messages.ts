/** A word from her, asked for twice at most. */
import { marketingMessage, type TemplateEntry } from '../entry.ts';

export const reviewRequestMessages = {
  'review-request/ask': { kind: 'marketing', eventFields: ['order.items.name'], variables: marketingMessage },
  'review-request/remind': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: marketingMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
