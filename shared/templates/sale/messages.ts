import { marketingMessage, type TemplateEntry } from '../entry.ts';

export const saleMessages = {
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
} as const satisfies Readonly<Record<string, TemplateEntry>>;
