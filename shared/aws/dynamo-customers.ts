/** The customer record: one item, one conditional write. */
import { ConditionalCheckFailedException, DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Customer } from '../core/record/customer.ts';
import { decodeRecord, encodeRecord } from '../core/record/record-codec.ts';
import type { Waking } from '../core/record/sweep-moment.ts';
import type { Clock } from '../ports/clock.ts';
import type { Customers } from '../ports/customers.ts';
import { storedAddressOf } from './dynamo-addresses.ts';
import {
  addressed,
  type DynamoTables,
  fromItem,
  type Plain,
  putAt,
  readItem,
  toItem,
  unlessRefused,
} from './dynamo-table.ts';
import { type ReadOne, readTogether } from './dynamo-together.ts';
import { seconds } from './epoch.ts';
import { packed, unpacked } from './packed-record.ts';
import { addressPlace, recordPlace, shardKey, shardOf } from './table-keys.ts';

interface Options extends DynamoTables {
  readonly clock: Clock;
  /** Names one save apart from all others; replaced in tests. */
  readonly newWriteId?: () => string;
  /** How `loadWithAddress` reads; shared with other adapters, their reads of the same moment go along. */
  readonly read?: ReadOne;
}

/** `customers` on DynamoDB. The item also holds `write`, and the sweep's `sweepShard`, `sweepAt` and `wakeAt`: no part of the record. */
export function dynamoCustomers(options: Options): Customers {
  const { client, store, newWriteId = randomWriteId, read = readTogether(options) } = options;

  /**
   * The SDK repeats a write whose answer was lost. If the first had been done, the repeat meets its own version and
   * is refused; told as a conflict, the caller would take its own fresh claim for another worker's and give the
   * message up as unknown. So each save writes a random id (never a derived one: two workers that decide alike must
   * not both win), and a refused repeat is a success where the stored id is ours. Should a third save have come in
   * between, it stays a conflict: then the caller reloads, and the worst is one outcome recorded as unknown.
   */
  async function wasOurs(refused: ConditionalCheckFailedException, id: string, write: string) {
    if ((refused.$metadata.attempts ?? 1) <= 1) return false;
    // A database that does not hand back the item in the way is asked for it.
    const inTheWay = refused.Item ? fromItem(refused.Item) : await readItem(options, recordPlace(store, id));
    return inTheWay?.write === write;
  }

  return {
    async load(id) {
      return customerOf(await readItem(options, recordPlace(store, id)));
    },

    async loadWithAddress(id, address) {
      const [record, state] = await Promise.all([
        read(recordPlace(store, id)),
        address === undefined ? undefined : read(addressPlace(store, address)),
      ]);
      return {
        customer: customerOf(record),
        address: address === undefined ? undefined : storedAddressOf(address, state),
      };
    },

    async save(customer, waking) {
      const saved: Customer = { ...customer, version: customer.version + 1 };
      const write = newWriteId();
      const item = { ...packed(encodeRecord(saved)), write, ...sweptBy(customer.id, waking) };
      const condition =
        customer.version === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :version',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':version': { N: String(customer.version) } },
            };
      try {
        await client.send(
          new PutItemCommand({
            ...putAt(options, recordPlace(store, customer.id), toItem(item)),
            ...condition,
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        if (!(await wasOurs(error, customer.id, write))) return 'conflict';
      }
      return saved;
    },

    remove: (id, version) => remove(options, id, version),
  };
}

/** What the sweep goes by. The sparse index takes two writes each time its moment moves: the transactional one alone is in it. */
const sweptBy = (id: string, { transactional, any }: Waking) => ({
  ...(transactional && { sweepShard: shardKey(shardOf(id)), sweepAt: seconds(transactional) }),
  ...(any && { wakeAt: seconds(any) }),
});

async function remove(options: DynamoTables, id: string, version: number) {
  const deleted = await unlessRefused(
    options.client.send(
      new DeleteItemCommand({
        ...addressed(options, recordPlace(options.store, id)),
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': { N: String(version) } },
      }),
    ),
  );
  return deleted ? 'removed' : 'conflict';
}

/** 48 random bits as 12 characters: two saves of one version are never named alike. Node keeps such bytes in store. */
const randomWriteId = (): string => crypto.randomUUID().slice(-12);

function customerOf(item: Plain | undefined): Customer | undefined {
  if (item === undefined) return undefined;
  // `sk`: that of the time when all lay in one table.
  const {
    pk: _pk,
    sk: _sk,
    write: _write,
    sweepShard: _shard,
    sweepAt: _at,
    wakeAt: _wake,
    ...stored
  } = item;
  return decodeRecord(unpacked(stored));
}
