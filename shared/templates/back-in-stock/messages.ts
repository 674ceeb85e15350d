import { marketingMessage, type TemplateEntry } from '../entry.ts';

export const backInStockMessages = {
  'back-in-stock/back': {
    kind: 'marketing',
    eventFields: ['product.name', 'product.url', 'product.price', 'product.currency'],
    variables: marketingMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
