/** The letters of the first days with a first parcel. */
import type { Messages } from '../../core/language/program.ts';
import { deliveryFields, marketingMessage } from '../message-fields.ts';

export const messages = {
  'onboarding/tutorial': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: [...marketingMessage, ...deliveryFields],
  },
  'onboarding/where-to-ask': {
    kind: 'marketing',
    eventFields: [],
    variables: marketingMessage,
  },
} as const satisfies Messages;
