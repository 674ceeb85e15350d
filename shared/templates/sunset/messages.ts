import { marketingMessage, type TemplateEntry } from '../entry.ts';

export const sunsetMessages = {
  'sunset/still-welcome': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'sunset/last-letter': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
