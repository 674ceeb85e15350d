import { marketingMessage, type TemplateEntry } from '../entry.ts';

export const giftOseiboMessages = {
  'gift-oseibo/again': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'gift-oseibo/deadline': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
