/** What every adapter on the table shares: how to name it, plain data in and out, and what a refused condition is. */
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Key } from './table-keys.ts';

/** The table of one deployment. */
export interface DynamoTable {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly store: string;
}

export type Item = Record<string, AttributeValue>;
export type Plain = Record<string, unknown>;

/** Plain data as an item; fields that are undefined are left out. */
export const toItem = (data: Plain): Item => marshall(data, { removeUndefinedValues: true });
export const fromItem = (item: Item): Plain => unmarshall(item);

/** A consistent read of one item. */
export async function readItem({ client, table }: DynamoTable, key: Key): Promise<Plain | undefined> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }),
  );
  return Item === undefined ? undefined : fromItem(Item);
}

/** All items of a partition whose sort key begins with `prefix`, read consistently, page by page. */
export async function readPartition(
  { client, table }: DynamoTable,
  pk: AttributeValue,
  prefix: string,
): Promise<Plain[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': { S: prefix } },
    },
  );
  const items: Plain[] = [];
  for await (const page of pages) items.push(...(page.Items ?? []).map(fromItem));
  return items;
}

/** The parts of an UpdateItem that set each field to its value; undefined fields are left as they are. */
export function setting(fields: Plain) {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return {
    UpdateExpression: `SET ${given.map(([name]) => `#${name} = :${name}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(given.map(([name]) => [`#${name}`, name])),
    ExpressionAttributeValues: toItem(Object.fromEntries(given.map(([name, value]) => [`:${name}`, value]))),
  };
}

/** Runs a conditional write. False: its condition was not met and nothing was written. */
export async function unlessRefused(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
