/** The letters to somebody who has a sample in her hands. */
import { marketingMessage, productFields, type TemplateEntry } from '../entry.ts';

export const nurtureSampleMessages = {
  'nurture-sample/opened': {
    kind: 'marketing',
    eventFields: ['sample.name'],
    variables: marketingMessage,
  },
  'nurture-sample/use': {
    kind: 'marketing',
    eventFields: ['sample.name'],
    variables: marketingMessage,
  },
  'nurture-sample/next': {
    kind: 'marketing',
    eventFields: ['sample.name'],
    variables: [...marketingMessage, ...productFields],
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
