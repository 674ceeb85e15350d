/** For who has stopped using it. */
import { marketingMessage, type TemplateEntry } from '../entry.ts';

export const pulseAnsweredMessages = {
  'pulse-answered/right-use': { kind: 'marketing', eventFields: [], variables: marketingMessage },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
