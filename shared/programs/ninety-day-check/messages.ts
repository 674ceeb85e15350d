/** The question after ninety days, and one letter for each reason. */
import type { Messages } from '../../core/language/program.ts';
import { marketingMessage, surveyFields } from '../message-fields.ts';

export const messages = {
  // A question, or a lighter touch, ninety days after the last order.
  'ninety-day-check/ask': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...surveyFields],
  },
  'ninety-day-check/light': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  // One letter for each reason she may give.
  'ninety-day-answered/not-suited': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'ninety-day-answered/price': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'ninety-day-answered/still-have': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Messages;
