/** One letter for each category of the early survey. */
import { marketingMessage, productFields, type TemplateEntry } from '../entry.ts';

export const earlySurveyAnsweredMessages = {
  'early-survey-answered/calm': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'early-survey-answered/careful': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'early-survey-answered/explorer': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...productFields],
  },
  'early-survey-answered/gift': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'early-survey-answered/kitchen': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
