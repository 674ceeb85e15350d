/** The letters of the first days after somebody joins. */
import { couponFields, marketingMessage, type TemplateEntry } from '../entry.ts';

export const welcomeMessages = {
  'welcome/hello': {
    kind: 'marketing',
    eventFields: [],
    variables: marketingMessage,
  },
  'welcome/promise': {
    kind: 'marketing',
    eventFields: [],
    variables: marketingMessage,
  },
  'welcome/gift': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields],
  },
  'welcome/gift-ends': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields],
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
