/** The question after the first parcel, and one letter for each category of answer. */
import type { Messages } from '../../core/language/program.ts';
import { marketingMessage, productFields, surveyFields } from '../message-fields.ts';

export const messages = {
  // The question a week after the first parcel.
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
  // One letter for each category of the early survey.
  'early-survey-answered/calm': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'early-survey-answered/careful': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'early-survey-answered/explorer': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...productFields],
  },
  'early-survey-answered/gift': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'early-survey-answered/kitchen': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Messages;
