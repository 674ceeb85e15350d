import { everyMessage, type TemplateEntry } from '../entry.ts';

export const rankReachedMessages = {
  'rank-reached/reached': {
    kind: 'transactional',
    eventFields: ['rank.name', 'rank.until'],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
