/** Is she still using it? */
import { marketingMessage, surveyFields, type TemplateEntry } from '../entry.ts';

export const pulseMessages = {
  'pulse/ask': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: [...marketingMessage, ...surveyFields],
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
