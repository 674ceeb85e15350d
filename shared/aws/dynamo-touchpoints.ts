/** Touchpoints beside the record: each message's outcome, and what the mail service reported of it later. */
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { FeedbackKind, RecordedTouchpoint, Touchpoint } from '../core/record/touchpoint.ts';
import { readInstant, storedInstant } from '../core/values/stored-instant.ts';
import type { Clock } from '../ports/clock.ts';
import type { Touchpoints } from '../ports/touchpoints.ts';
import { type AsOf, readBatch } from './dynamo-batch.ts';
import {
  addressed,
  type DynamoTables,
  type Plain,
  readItem,
  readPartition,
  setting,
  unlessRefused,
} from './dynamo-table.ts';
import { fromMilliseconds, milliseconds, seconds } from './epoch.ts';
import { customerOf, keyIdOf, touchpointPlace } from './table-keys.ts';

interface Options extends DynamoTables {
  readonly clock: Clock;
  /** Days after its last write that DynamoDB deletes a touchpoint. */
  readonly touchpointDays: number;
  /** How new what `loadMany` finds must be: as of now, unless told. */
  readonly manyAsOf?: AsOf;
}

const feedbackKinds: readonly FeedbackKind[] = ['delivered', 'bounced', 'complained', 'clicked', 'rejected'];

/** `touchpoints` on DynamoDB. Feedback may come before the outcome: such an item has no `state` and is not told yet. */
export function dynamoTouchpoints(options: Options): Touchpoints {
  const { client, store, clock, touchpointDays, manyAsOf } = options;
  const ttl = () => seconds(clock.now().add({ hours: 24 * touchpointDays }));
  const recorded = (items: readonly Plain[]) =>
    items.flatMap((item) => (item.state === undefined ? [] : [touchpointOf(store, item)]));

  return {
    async load(customer, id) {
      const item = await readItem(options, touchpointPlace(store, customer, id));
      return item === undefined ? undefined : recorded([item])[0];
    },

    async loadMany(keys) {
      const places = keys.map(([customer, id]) => touchpointPlace(store, customer, id));
      return recorded([...(await readBatch(options, clock, places, manyAsOf)).values()]);
    },

    async list(customer) {
      return recorded(await readPartition(options, touchpointPlace(store, customer, '')));
    },

    async settle(touchpoint) {
      const { customer, id, at, ...fields } = touchpoint;
      const change = setting({ ...fields, at: storedInstant(at), ttl: ttl() });
      const settled = await unlessRefused(
        client.send(
          new UpdateItemCommand({
            ...addressed(options, touchpointPlace(store, customer, id)),
            ...change,
            ConditionExpression: 'attribute_not_exists(#state) OR #state = :replaceable',
            ExpressionAttributeValues: {
              ...change.ExpressionAttributeValues,
              ':replaceable': { S: 'unknown' },
            },
          }),
        ),
      );
      return settled ? 'settled' : 'already';
    },

    async note(customer, id, kind, at) {
      const change = setting({ [kind]: milliseconds(at), ttl: ttl() });
      await unlessRefused(
        client.send(
          new UpdateItemCommand({
            ...addressed(options, touchpointPlace(store, customer, id)),
            ...change,
            ConditionExpression: `attribute_not_exists(#${kind}) OR #${kind} > :${kind}`,
          }),
        ),
      );
    },
  };
}

function touchpointOf(store: string, item: Plain): RecordedTouchpoint {
  const { pk, sk, at, ttl: _, ...rest } = item;
  const feedback: Partial<Record<FeedbackKind, unknown>> = {};
  for (const kind of feedbackKinds) {
    if (rest[kind] === undefined) continue;
    feedback[kind] = fromMilliseconds(rest[kind] as number);
    delete rest[kind];
  }
  return {
    ...(rest as unknown as Touchpoint),
    id: keyIdOf(sk as string),
    customer: customerOf(store, pk as string),
    at: readInstant(at as number | string),
    feedback: feedback as RecordedTouchpoint['feedback'],
  };
}
