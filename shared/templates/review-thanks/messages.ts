/** When she has written a review. */
import { marketingMessage, type TemplateEntry } from '../entry.ts';

export const reviewThanksMessages = {
  'review-thanks/thanks': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
