/** Where an erasure does not reach, and when what lies there goes by itself: told to whoever asked for it. */
import type { Temporal } from 'temporal-polyfill';
import type { Settings } from '../../settings/settings.ts';

export interface Elsewhere {
  readonly where: string;
  readonly holds: string;
  /** The moment from which nothing of before `at` is there; undefined where nothing goes by itself. */
  readonly until: Temporal.Instant | undefined;
  readonly whatToDo?: string | undefined;
}

/** Retention of the deployment's queues; the stack sets them. */
const queued_days = 7;
const deadLetters_days = 14;
/** Point-in-time recovery of a table reaches back so far. */
const backups_days = 35;

/** @param at the moment of the erasure or export */
export function whereElse(
  settings: Pick<Settings, 'archiveDays' | 'logDays' | 'touchpointDays' | 'shopifyEventSource'>,
  at: Temporal.Instant,
): readonly Elsewhere[] {
  const after = (days: number) => at.add({ hours: 24 * days });
  const shopify = settings.shopifyEventSource !== undefined;
  return [
    {
      where: 'the archive of the bus',
      holds:
        'the events that the storefront put, as they were; a replay of them does not bring the customer back',
      until: after(settings.archiveDays),
    },
    ...(shopify
      ? [
          {
            where: "the archive of Shopify's webhooks",
            holds:
              'the webhooks about the customer and the orders; a replay of them does not bring the customer back',
            until: after(settings.archiveDays),
          },
          {
            where: 'the owners of orders',
            holds: "the customer's id at orders older than the last 24",
            until: after(settings.touchpointDays),
          },
        ]
      : []),
    { where: 'the queues', holds: 'events of the customer that are on their way', until: after(queued_days) },
    {
      where: 'the dead letters',
      holds: 'events of the customer that could not be taken in',
      until: after(deadLetters_days),
      whatToDo: 'look with "npm run ops -- dlq show intake --bodies", and drop what is the customer’s',
    },
    {
      where: "the table's backups",
      holds: 'all that was held of the customer',
      until: after(backups_days),
      whatToDo: 'erase the customer again after a restore to a moment before this one',
    },
    {
      where: 'the logs',
      holds: 'derived ids of messages, no name and no address',
      until: after(Number(settings.logDays)),
    },
    {
      where: "the mail service's suppression list",
      holds: "the customer's address, if mail to it bounced for good or was reported as spam",
      until: undefined,
      whatToDo:
        'aws sesv2 delete-suppressed-destination --email-address <address>, if the customer asks for that too',
    },
    {
      where: 'the storefront',
      holds: 'what it knows itself; this product cannot see it',
      until: undefined,
      whatToDo: 'erase the customer there as well',
    },
  ];
}
