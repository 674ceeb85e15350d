/** Around her birthday, for the stories of the month and of the week. */
import { couponFields, marketingMessage, type TemplateEntry } from '../entry.ts';

export const birthdayMessages = {
  'birthday/present': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields],
  },
  'birthday/present-ends': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields],
  },
  'birthday/table': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'birthday/wishes': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
