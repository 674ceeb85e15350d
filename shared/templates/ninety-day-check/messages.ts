/** A question, or a lighter touch, ninety days after the last order. */
import { marketingMessage, surveyFields, type TemplateEntry } from '../entry.ts';

export const ninetyDayCheckMessages = {
  'ninety-day-check/ask': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...surveyFields],
  },
  'ninety-day-check/light': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
