/** What every adapter on the tables shares: how to name one, plain data in and out, and what a refused condition is. */
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { TablePlace, TableRole } from './table-keys.ts';

/** The tables of one deployment. */
export interface DynamoTables {
  readonly client: DynamoDBClient;
  /** Their names. */
  readonly tables: Readonly<Record<TableRole, string>>;
  readonly store: string;
}

export type Item = Record<string, AttributeValue>;
export type Plain = Record<string, unknown>;

/** Plain data as an item; fields that are undefined are left out. */
export const toItem = (data: Plain): Item => marshall(data, { removeUndefinedValues: true });
export const fromItem = (item: Item): Plain => unmarshall(item);

/** The words of a request that is about one item. */
export const addressed = ({ tables }: DynamoTables, { table, key }: TablePlace) => ({
  TableName: tables[table],
  Key: { ...key },
});

/** The words of a request that puts an item at its place. */
export const putAt = ({ tables }: DynamoTables, { table, key }: TablePlace, item: Item) => ({
  TableName: tables[table],
  Item: { ...item, ...key },
});

/** A consistent read of one item. */
export async function readItem(options: DynamoTables, place: TablePlace): Promise<Plain | undefined> {
  const { Item } = await options.client.send(
    new GetItemCommand({ ...addressed(options, place), ConsistentRead: true }),
  );
  return Item === undefined ? undefined : fromItem(Item);
}

/** All items of the place's partition whose sort key begins with its own, read consistently, page by page. */
export async function readPartition(
  { client, tables }: DynamoTables,
  { table, key: { pk, sk } }: TablePlace,
): Promise<Plain[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: tables[table],
      ConsistentRead: true,
      KeyConditionExpression: sk?.S ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk, ...(sk?.S && { ':prefix': sk }) },
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

/** The answer of a conditional write. Undefined: its condition was not met and nothing was written. */
export async function answerUnlessRefused<Answer>(write: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

/** Runs a conditional write. False: its condition was not met and nothing was written. */
export async function unlessRefused(write: Promise<object>): Promise<boolean> {
  return (await answerUnlessRefused(write)) !== undefined;
}

/** Puts an item where the count in it is as it was read, 0 where none was there. False: another write came between. */
export const putAfter = (
  options: DynamoTables,
  place: TablePlace,
  item: Item,
  [count, before]: readonly [name: string, before: number],
): Promise<boolean> =>
  unlessRefused(
    options.client.send(
      new PutItemCommand({
        ...putAt(options, place, item),
        ConditionExpression: before === 0 ? 'attribute_not_exists(pk)' : `${count} = :before`,
        ...(before > 0 && { ExpressionAttributeValues: { ':before': { N: String(before) } } }),
      }),
    ),
  );
