/** The six letters of a small store. */
import { marketingMessage, type TemplateEntry, voiceFields } from '../entry.ts';

export const smallStoreWallsMessages = {
  'small-store-walls/assurance': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'small-store-walls/company': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'small-store-walls/effect': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...voiceFields],
  },
  'small-store-walls/product': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: marketingMessage,
  },
  'small-store-walls/safety': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'small-store-walls/use': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: marketingMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
