/** The letters about supply, about drifting away, and about the end of mail. */
import type { Messages } from '../../core/language/program.ts';
import { couponFields, marketingMessage, productFields } from '../message-fields.ts';

export const messages = {
  'replenishment/running-low': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: marketingMessage,
  },
  're-engagement/why-you-came': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  're-engagement/what-is-new': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...productFields],
  },
  're-engagement/for-you': {
    kind: 'marketing',
    eventFields: [],
    variables: [...marketingMessage, ...couponFields],
  },
  'sunset/still-welcome': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'sunset/last-letter': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Messages;
