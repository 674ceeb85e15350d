/** The question whether it is still in use, and the letters to who has stopped. */
import type { Messages } from '../../core/language/program.ts';
import { marketingMessage, surveyFields } from '../message-fields.ts';

export const messages = {
  // Is she still using it?
  'pulse/ask': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: [...marketingMessage, ...surveyFields],
  },
  // For who has stopped using it.
  'pulse-answered/right-use': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Messages;
