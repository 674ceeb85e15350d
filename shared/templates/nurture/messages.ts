/** The letters that turn interest into need, before the first order. */
import { marketingMessage, productFields, type TemplateEntry, voiceFields } from '../entry.ts';

export const nurtureMessages = {
  'nurture/how-to': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...productFields],
  },
  'nurture/others': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...voiceFields],
  },
  'nurture/questions': {
    kind: 'marketing',
    eventFields: [],
    variables: marketingMessage,
  },
  'nurture/first-step': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...productFields],
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
