/** All customers who wait for something: the whole sparse index, whatever the due, page by page. */
import { paginateQuery } from '@aws-sdk/client-dynamodb';
import { customerOf, shardKey } from '../../../shared/aws/table-keys.ts';
import { sweepShards } from '../../../shared/ports/sweep.ts';
import { OperatorRefusal, sentenceOf } from '../../terminal/refusal.ts';
import { tablesOf } from '../target/tables.ts';
import type { Target } from '../target/target.ts';

/** The ids of one shard, a page at a time. A customer whose record moved on meanwhile may be left out or come twice. */
async function* waitingIn(target: Target, shard: number): AsyncGenerator<readonly string[]> {
  const { client, tables, store } = tablesOf(target);
  const pages = paginateQuery(
    { client, pageSize: 100 },
    {
      TableName: tables.records,
      IndexName: target.names.sweepIndex,
      KeyConditionExpression: 'sweepShard = :shard',
      ExpressionAttributeValues: { ':shard': { S: shardKey(shard) } },
    },
  );
  for await (const { Items = [] } of pages) {
    yield Items.flatMap(({ pk }) => (pk?.S === undefined ? [] : [customerOf(store, pk.S)]));
  }
}

/**
 * Goes through the shards in order. A failure names the shard to go on from: what was done before stays done.
 *
 * @param page told of each page of ids; what it resolves to is shown as progress
 */
export async function eachWaiting(
  target: Target,
  fromShard: number,
  page: (ids: readonly string[]) => Promise<void>,
  shardDone: (shard: number) => void,
): Promise<void> {
  for (let shard = fromShard; shard < sweepShards; shard += 1) {
    try {
      for await (const ids of waitingIn(target, shard)) await page(ids);
    } catch (error) {
      throw new OperatorRefusal(`${sentenceOf(error)} Mend that, and go on with --from-shard ${shard}.`);
    }
    shardDone(shard);
  }
}
