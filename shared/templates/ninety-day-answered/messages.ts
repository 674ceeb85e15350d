/** One letter for each reason she may give. */
import { marketingMessage, type TemplateEntry } from '../entry.ts';

export const ninetyDayAnsweredMessages = {
  'ninety-day-answered/not-suited': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'ninety-day-answered/price': { kind: 'marketing', eventFields: [], variables: marketingMessage },
  'ninety-day-answered/still-have': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
