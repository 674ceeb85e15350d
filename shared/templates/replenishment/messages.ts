import { marketingMessage, type TemplateEntry } from '../entry.ts';

export const replenishmentMessages = {
  'replenishment/running-low': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: marketingMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
