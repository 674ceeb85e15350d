/** Around her birthday, for the stories of the month and of the week. */
import type { Messages } from '../../core/language/program.ts';
import { couponFields, marketingMessage } from '../message-fields.ts';

export const messages = {
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
} as const satisfies Messages;
