import { marketingMessage, type TemplateEntry } from '../entry.ts';

export const rankKeepMessages = {
  'rank-keep/at-risk': {
    kind: 'marketing',
    eventFields: ['rank.name', 'rank.until'],
    variables: marketingMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
