/** The plain operations of DynamoDB, read from their requests: all that needs no more than the items they name. */
import type { Json } from '../http/message.ts';
import { type Asked, type ItemPlace, nameOf, type TableItem } from './asked.ts';

/** What must hold of the item that is there; any one of these suffices. */
type Condition = (there: TableItem | undefined) => boolean;

export type PlainOperation =
  | { readonly do: 'get'; readonly places: readonly ItemPlace[]; readonly answer: 'one' | 'batch' }
  | {
      readonly do: 'write';
      readonly places: readonly [ItemPlace];
      readonly condition: Condition;
      /** Undefined: it is deleted. */
      readonly becomes: (there: TableItem | undefined) => TableItem | undefined;
      /** The answer holds what the item became. */
      readonly tells: boolean;
    };

type Value = Record<string, unknown>;

const mostBytes = 300_000;
const canonicalNumber = /^-?(0|[1-9]\d{0,30})(\.\d{0,6}[1-9])?$/;
const test = /^(?:attribute_not_exists\((#?\w+)\)|(#?\w+) = (:\w+))$/;
const assignment = /^(#?\w+) = (:\w+)$/;

/** Values that are kept as they are sent: nothing empty, no set, no number that DynamoDB would write otherwise. */
function isPlainValue(value: unknown): boolean {
  const [only, ...others] = Object.entries((value ?? {}) as Value);
  if (!only || others.length > 0) return false;
  const [type, given] = only;
  if (type === 'S' || type === 'B') return typeof given === 'string' && given !== '';
  if (type === 'N') return typeof given === 'string' && canonicalNumber.test(given);
  if (type === 'BOOL') return typeof given === 'boolean';
  if (type === 'NULL') return given === true;
  if (type === 'L') return Array.isArray(given) && given.every(isPlainValue);
  return type === 'M' && Object.values((given ?? {}) as Value).every(isPlainValue);
}

const hasOnly = (input: Json, names: readonly string[]) =>
  Object.entries(input).every(([name, value]) => value === undefined || names.includes(name));

const isKeyPart = (part: { S?: unknown } | undefined, most: number) =>
  typeof part?.S === 'string' && part.S !== '' && part.S.length * 3 <= most && Object.keys(part).length === 1;

/** The names of a table's key, in the order of its schema; undefined for one that is none of the product's. */
type KeyOf = (table: string) => readonly string[] | undefined;

/** Where the key points, if it is one of the table's. */
function placeOf(table: unknown, key: unknown, keyOf: KeyOf): ItemPlace | undefined {
  const given = (key ?? {}) as Record<string, { S?: unknown } | undefined>;
  const names = keyOf(String(table));
  const isKey =
    names?.length === Object.keys(given).length &&
    names.every((name, nth) => isKeyPart(given[name], nth === 0 ? 2048 : 1024));
  if (!names || !isKey) return undefined;
  return {
    table: String(table),
    key: Object.fromEntries(names.map((name) => [name, given[name]])) as TableItem,
  };
}

/** Where an item is put: what its table's key names of it. */
function placeOfItem(table: unknown, item: TableItem, keyOf: KeyOf): ItemPlace | undefined {
  const names = keyOf(String(table)) ?? [];
  const key = Object.fromEntries(names.flatMap((name) => (name in item ? [[name, item[name]]] : [])));
  return placeOf(table, key, keyOf);
}

const isItem = (item: TableItem) =>
  Object.values(item).every(isPlainValue) &&
  (item.sweepShard === undefined || 'S' in item.sweepShard) &&
  (item.sweepAt === undefined || 'N' in item.sweepAt);

/** The attribute an expression means; undefined where it means a part of one, or nothing that is given. */
function attributeOf(word: string, input: Json): string | undefined {
  if (!word.startsWith('#')) return word;
  return ((input.ExpressionAttributeNames ?? {}) as Record<string, string>)[word];
}

const valueNamed = (word: string, input: Json) =>
  ((input.ExpressionAttributeValues ?? {}) as Record<string, Value>)[word];

function conditionOf(input: Json): Condition | undefined {
  if (input.ConditionExpression === undefined) return () => true;
  const tests = String(input.ConditionExpression)
    .split(' OR ')
    .map((text) => {
      const [, absent, equal, to = ''] = test.exec(text) ?? [];
      const name = attributeOf(absent ?? equal ?? '#', input);
      const value = valueNamed(to, input);
      if (name === undefined || (equal !== undefined && !isPlainValue(value))) return undefined;
      const wanted = JSON.stringify(value);
      return (there: TableItem | undefined) =>
        absent !== undefined ? there?.[name] === undefined : JSON.stringify(there?.[name]) === wanted;
    });
  const known = tests.filter((one) => one !== undefined);
  return known.length === tests.length ? (there) => known.some((holds) => holds(there)) : undefined;
}

const around = ['TableName', 'ReturnValues', 'ReturnValuesOnConditionCheckFailure', 'ConditionExpression'];
const expression = ['ExpressionAttributeNames', 'ExpressionAttributeValues'];
const tellsNothing = ({ ReturnValues }: Json) => ReturnValues === undefined || ReturnValues === 'NONE';

function put(input: Json, keyOf: KeyOf): PlainOperation | undefined {
  if (!hasOnly(input, [...around, ...expression, 'Item']) || !tellsNothing(input)) return undefined;
  const item = (input.Item ?? {}) as TableItem;
  const place = placeOfItem(input.TableName, item, keyOf);
  const condition = conditionOf(input);
  if (!condition || !place || !isItem(item)) return undefined;
  return { do: 'write', places: [place], condition, becomes: () => item, tells: false };
}

function remove(input: Json, keyOf: KeyOf): PlainOperation | undefined {
  if (!hasOnly(input, [...around, ...expression, 'Key']) || !tellsNothing(input)) return undefined;
  const place = placeOf(input.TableName, input.Key, keyOf);
  const condition = conditionOf(input);
  if (!condition || !place) return undefined;
  return { do: 'write', places: [place], condition, becomes: () => undefined, tells: false };
}

function update(input: Json, keyOf: KeyOf): PlainOperation | undefined {
  if (
    !hasOnly(input, [...around, ...expression, 'Key', 'UpdateExpression']) ||
    !(tellsNothing(input) || input.ReturnValues === 'ALL_NEW')
  )
    return undefined;
  const { UpdateExpression: text } = input;
  const place = placeOf(input.TableName, input.Key, keyOf);
  const condition = conditionOf(input);
  if (!condition || !place || typeof text !== 'string' || !text.startsWith('SET ')) return undefined;
  const set: Record<string, Value> = {};
  for (const part of text.slice('SET '.length).split(', ')) {
    const [, left = '#', right = ''] = assignment.exec(part) ?? [];
    const [name, value] = [attributeOf(left, input), valueNamed(right, input)];
    if (name === undefined || value === undefined || (place && name in place.key)) return undefined;
    set[name] = value;
  }
  if (!isItem(set as unknown as TableItem)) return undefined;
  const becomes = (there: TableItem | undefined) => ({ ...(there ?? place.key), ...set }) as TableItem;
  return { do: 'write', places: [place], condition, becomes, tells: input.ReturnValues === 'ALL_NEW' };
}

function getOne(input: Json, keyOf: KeyOf): PlainOperation | undefined {
  if (!hasOnly(input, ['TableName', 'Key', 'ConsistentRead'])) return undefined;
  const place = placeOf(input.TableName, input.Key, keyOf);
  return place && { do: 'get', answer: 'one', places: [place] };
}

function getMany(input: Json, keyOf: KeyOf): PlainOperation | undefined {
  const asked = Object.entries((input.RequestItems ?? {}) as Record<string, Json>);
  if (!hasOnly(input, ['RequestItems'])) return undefined;
  if (
    !asked.every(
      ([, { Keys, ...how }]) => Array.isArray(Keys) && Keys.length > 0 && hasOnly(how, ['ConsistentRead']),
    )
  )
    return undefined;
  const keys = asked.flatMap(([table, { Keys }]) => (Keys as unknown[]).map((key) => [table, key] as const));
  const places = keys.flatMap(([table, key]) => placeOf(table, key, keyOf) ?? []);
  const isUnique = new Set(places.map(nameOf)).size === keys.length;
  const isPlain = keys.length > 0 && keys.length <= 100 && isUnique;
  return isPlain ? { do: 'get', answer: 'batch', places } : undefined;
}

const readers: Readonly<Record<string, (input: Json, keyOf: KeyOf) => PlainOperation | undefined>> = {
  GetItem: getOne,
  BatchGetItem: getMany,
  PutItem: put,
  UpdateItem: update,
  DeleteItem: remove,
};

/** The operation, where it is a plain one; undefined: only the database itself knows the answer. */
export function plainOperation({ operation, input, bytes }: Asked, keyOf: KeyOf): PlainOperation | undefined {
  return bytes > mostBytes ? undefined : readers[operation]?.(input, keyOf);
}
