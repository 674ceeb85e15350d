import { everyMessage, type TemplateEntry } from '../entry.ts';

export const pointsExpiryMessages = {
  'points-expiry/month-left': {
    kind: 'transactional',
    eventFields: ['points.balance', 'points.expiring', 'points.expiresAt'],
    variables: everyMessage,
  },
  'points-expiry/few-days-left': {
    kind: 'transactional',
    eventFields: ['points.balance', 'points.expiring', 'points.expiresAt'],
    variables: everyMessage,
  },
} as const satisfies Readonly<Record<string, TemplateEntry>>;
