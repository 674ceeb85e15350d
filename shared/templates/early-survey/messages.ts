/** The question a week after the first parcel. */
import { marketingMessage, surveyFields, type TemplateEntry } from '../entry.ts';

export const earlySurveyMessages = {
  'early-survey/ask': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: [...marketingMessage, ...surveyFields],
  },
  'early-survey/remind': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...surveyFields],
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
