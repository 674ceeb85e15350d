/** The letters of the first days after somebody joins. */
import type { Messages } from '../../core/language/program.ts';
import { couponFields, marketingMessage } from '../message-fields.ts';

export const messages = {
  'welcome/hello': {
    kind: 'marketing',
    eventFields: [],
    variables: marketingMessage,
  },
  'welcome/promise': {
    kind: 'marketing',
    eventFields: [],
    variables: marketingMessage,
  },
  'welcome/gift': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields],
  },
  'welcome/gift-ends': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields],
  },
} as const satisfies Messages;
