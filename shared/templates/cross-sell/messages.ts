import { marketingMessage, productFields, type TemplateEntry } from '../entry.ts';

export const crossSellMessages = {
  'cross-sell/goes-with-it': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: [...marketingMessage, ...productFields],
  },
  'cross-sell/a-step-on': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...productFields],
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
