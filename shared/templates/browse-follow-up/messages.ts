/** One letter about what somebody looked at more than once. */
import { marketingMessage, productFields, type TemplateEntry } from '../entry.ts';

export const browseFollowUpMessages = {
  'browse-follow-up/seen': {
    kind: 'marketing',
    eventFields: ['product.name', 'product.url'],
    variables: [...marketingMessage, ...productFields],
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
