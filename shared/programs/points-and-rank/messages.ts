/** The notices and invitations about points and rank. */
import type { Messages } from '../../core/language/program.ts';
import { everyMessage, marketingMessage } from '../message-fields.ts';

export const messages = {
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
  'points-ideas/ideas': {
    kind: 'marketing',
    eventFields: ['points.balance', 'points.expiring', 'points.expiresAt'],
    variables: marketingMessage,
  },
  'rank-reached/reached': {
    kind: 'transactional',
    eventFields: ['rank.name', 'rank.until'],
    variables: everyMessage,
  },
  'rank-keep/at-risk': {
    kind: 'marketing',
    eventFields: ['rank.name', 'rank.until'],
    variables: marketingMessage,
  },
} as const satisfies Messages;
