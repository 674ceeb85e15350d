import { marketingMessage, type TemplateEntry } from '../entry.ts';

export const newProductMessages = {
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
} as const satisfies Readonly<Record<string, TemplateEntry>>;
