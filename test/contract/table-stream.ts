/** The streams of both tables of DynamoDB Local, read over the wire from their beginning. */
import type { TableItem } from '../../infra/laptop/table/asked.ts';
import { headersOf } from '../../infra/laptop/table/database-protocol.ts';
import { names } from '../infra/laptop/seen-table.ts';
import type { FreeJson } from '../support/free-json.ts';

export interface StreamRecord {
  readonly event: string;
  readonly key: TableItem;
  readonly before: TableItem | undefined;
  readonly after: TableItem | undefined;
}

export function tableStream(port: number) {
  async function call(service: string, operation: string, input: object): Promise<FreeJson> {
    const headers = { ...headersOf(operation), 'x-amz-target': `${service}_20120810.${operation}` };
    const body = JSON.stringify(input);
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body });
    const output = await response.json();
    if (!response.ok) throw new Error(`${operation} was refused: ${JSON.stringify(output)}`);
    return output;
  }
  const stream = (operation: string, input: object) => call('DynamoDBStreams', operation, input);
  /** Where to read on, by shard. */
  const iterators = new Map<string, string | undefined>();

  async function openNewShards(TableName: string): Promise<void> {
    const { Table } = await call('DynamoDB', 'DescribeTable', { TableName });
    const StreamArn = Table.LatestStreamArn;
    const { StreamDescription } = await stream('DescribeStream', { StreamArn });
    for (const { ShardId } of StreamDescription.Shards) {
      if (iterators.has(ShardId)) continue;
      const whole = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
      iterators.set(ShardId, (await stream('GetShardIterator', whole)).ShardIterator);
    }
  }

  /** What was written since the last call. */
  async function next(): Promise<StreamRecord[]> {
    for (const name of Object.values(names.tables)) await openNewShards(name);
    const found: StreamRecord[] = [];
    for (const [shard, ShardIterator] of iterators) {
      if (ShardIterator === undefined) continue;
      const { Records, NextShardIterator } = await stream('GetRecords', { ShardIterator });
      iterators.set(shard, NextShardIterator);
      for (const { eventName: event, dynamodb } of Records) {
        const { Keys: key, OldImage: before, NewImage: after } = dynamodb;
        found.push({ event, key, before, after });
      }
    }
    return found;
  }

  return {
    /** All since the last call, until an item of that partition is written to each table. */
    async until(partition: string): Promise<StreamRecord[]> {
      const found: StreamRecord[] = [];
      const ends = () => found.filter(({ key }) => key.pk?.S === partition).length;
      while (ends() < Object.keys(names.tables).length) found.push(...(await next()));
      return found;
    },
  };
}
