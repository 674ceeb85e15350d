import { marketingMessage, type TemplateEntry } from '../entry.ts';

export const giftChristmasMessages = {
  'gift-christmas/again': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'gift-christmas/deadline': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
