/** The letters of the first days with a first parcel. */
import { marketingMessage, type TemplateEntry } from '../entry.ts';

export const onboardingMessages = {
  'onboarding/tutorial': {
    kind: 'marketing',
    eventFields: ['order.items.name'],
    variables: marketingMessage,
  },
  'onboarding/where-to-ask': {
    kind: 'marketing',
    eventFields: [],
    variables: marketingMessage,
  },
  'onboarding/how-is-it': {
    kind: 'marketing',
    eventFields: [],
    variables: marketingMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
