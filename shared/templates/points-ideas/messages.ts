import { marketingMessage, type TemplateEntry } from '../entry.ts';

export const pointsIdeasMessages = {
  'points-ideas/ideas': {
    kind: 'marketing',
    eventFields: ['points.balance', 'points.expiring', 'points.expiresAt'],
    variables: marketingMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
