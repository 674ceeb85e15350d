/** All that is known of one customer: their record, the timers that wait for them, their touchpoints and mails. */
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { readInstant } from '../../../shared/core/values/stored-instant.ts';
import type { StackNames } from '../../stack/names.ts';
import { messageCustomerOf } from '../functions/message-about.ts';
import type { Json } from '../http/message.ts';
import type { Mailbox } from '../mail/mailbox.ts';
import type { LocalQueues } from '../queues/queues.ts';
import type { Schedules } from '../services/schedules.ts';
import type { TableItem } from '../table/asked.ts';
import { callJson, type Database } from '../table/database.ts';
import { recordOfItem } from '../table/record-of-item.ts';
import { ControlError } from './control-error.ts';
import { instantText } from './instant-text.ts';
import { type MailView, mailView } from './mail-view.ts';

export interface CustomerParts {
  readonly database: Database;
  readonly tables: StackNames['tables'];
  readonly store: string;
  readonly schedules: Schedules;
  readonly queues: LocalQueues;
  readonly mailbox: Mailbox;
}

/** `armed`: by a schedule, or as a delayed message of a lane. `at` is ISO 8601. */
interface TimerView {
  readonly armed: 'schedule' | 'delay';
  readonly name: string;
  readonly queue: string;
  readonly at: string;
  readonly message: unknown;
}

/**
 * `customer`: their record as it is stored, with its ids spelled out. `touchpoints`: as stored, with `id`, and `at` in ISO 8601; one of which SES
 * told before its outcome was written is left out.
 */
export interface CustomerView {
  readonly customer: Json;
  readonly timers: readonly TimerView[];
  readonly touchpoints: readonly Json[];
  readonly mails: readonly MailView[];
}

const partitionOf = ({ store }: CustomerParts, id: string) => ({ S: `C#${store}#${id}` });

async function recordOf(parts: CustomerParts, id: string): Promise<TableItem | undefined> {
  const { Item } = await callJson(parts.database, 'GetItem', {
    TableName: parts.tables.records,
    Key: { pk: partitionOf(parts, id) },
    ConsistentRead: true,
  });
  return Item as TableItem | undefined;
}

/** All that lies beside the record. */
async function itemsOf(parts: CustomerParts, id: string): Promise<TableItem[]> {
  const items: TableItem[] = [];
  let ExclusiveStartKey: unknown;
  do {
    const page = await callJson(parts.database, 'Query', {
      TableName: parts.tables.beside,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partitionOf(parts, id) },
      ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
    });
    items.push(...((page.Items ?? []) as TableItem[]));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return items;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function timersOf({ schedules, queues }: CustomerParts, id: string): TimerView[] {
  const quoted = JSON.stringify(id);
  const mine = schedules
    .all()
    .filter(({ target }) => target.input.includes(quoted))
    .map((schedule) => ({ schedule, message: parsed(schedule.target.input) as Json | null }))
    .filter(({ message }) => message?.customer === id)
    .map(({ schedule, message }) => ({
      armed: 'schedule' as const,
      name: schedule.name,
      queue: schedule.target.arn.split(':').at(-1) ?? '',
      at: instantText(schedule.at_ms),
      message,
    }));
  const delayed = queues.all().flatMap((queue) =>
    [...queue.delayed]
      .filter((message) => messageCustomerOf(message) === id)
      .map((message) => ({
        armed: 'delay' as const,
        name: message.id,
        queue: queue.name,
        at: instantText(message.available_ms),
        message: parsed(message.body),
      })),
  );
  return [...mine, ...delayed].sort((a, b) => (a.at < b.at ? -1 : 1));
}

function touchpointsOf(items: readonly TableItem[]): Json[] {
  return items
    .map((item): Json => unmarshall(item))
    .filter((item) => String(item.sk).startsWith('TOUCH#') && item.state !== undefined)
    .map(({ at, ...item }) => ({
      id: String(item.sk).slice('TOUCH#'.length),
      ...item,
      at: readInstant(at as number | string).toString(),
    }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Throws a 404 for an unknown customer. */
export async function customerView(parts: CustomerParts, id: string): Promise<CustomerView> {
  const [customer, items] = await Promise.all([recordOf(parts, id), itemsOf(parts, id)]);
  if (!customer) {
    throw new ControlError(
      404,
      'There is no customer with this id.',
      'Put an event of the customer on the bus first.',
    );
  }
  return {
    customer: recordOfItem(customer),
    timers: timersOf(parts, id),
    touchpoints: touchpointsOf(items),
    mails: parts.mailbox.ofCustomer(id).map(mailView),
  };
}
