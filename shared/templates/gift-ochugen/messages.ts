import { marketingMessage, type TemplateEntry } from '../entry.ts';

export const giftOchugenMessages = {
  'gift-ochugen/again': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'gift-ochugen/deadline': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
