/** The plain operations of DynamoDB, read from their requests: all that needs no more than the items they name. */
import type { MeteredItem } from './item-meter.ts';
import type { MeteredJson } from './metering.ts';

/** One key of one table. */
export interface ItemPlace {
  readonly table: string;
  /** `pk` and `sk`, and nothing else. */
  readonly key: MeteredItem;
}

/** What must hold of the item that is there; any one of these suffices. */
export type Condition = (there: MeteredItem | undefined) => boolean;

export type PlainOperation =
  | { readonly do: 'get'; readonly places: readonly ItemPlace[]; readonly answer: 'one' | 'batch' }
  | {
      readonly do: 'write';
      readonly place: ItemPlace;
      readonly condition: Condition;
      readonly becomes: (there: MeteredItem | undefined) => MeteredItem;
      /** The answer holds what the item became. */
      readonly returnsItem: boolean;
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

const hasOnly = (input: MeteredJson, names: readonly string[]) =>
  Object.entries(input).every(([name, value]) => value === undefined || names.includes(name));

function isKey(key: unknown): key is MeteredItem {
  const { pk, sk, ...others } = (key ?? {}) as Record<string, { S?: unknown } | undefined>;
  const fits = (part: { S?: unknown } | undefined, most: number) =>
    typeof part?.S === 'string' &&
    part.S !== '' &&
    part.S.length * 3 <= most &&
    Object.keys(part).length === 1;
  return Object.keys(others).length === 0 && fits(pk, 2048) && fits(sk, 1024);
}

const isItem = (item: MeteredItem) =>
  Object.values(item).every(isPlainValue) &&
  (item.sweepShard === undefined || 'S' in item.sweepShard) &&
  (item.sweepAt === undefined || 'N' in item.sweepAt);

/** The attribute an expression means; undefined where it means a part of one, or nothing that is given. */
function attributeOf(word: string, input: MeteredJson): string | undefined {
  if (!word.startsWith('#')) return word;
  return ((input.ExpressionAttributeNames ?? {}) as Record<string, string>)[word];
}

const valueNamed = (word: string, input: MeteredJson) =>
  ((input.ExpressionAttributeValues ?? {}) as Record<string, Value>)[word];

function conditionOf(input: MeteredJson): Condition | undefined {
  if (input.ConditionExpression === undefined) return () => true;
  const tests = String(input.ConditionExpression)
    .split(' OR ')
    .map((text) => {
      const [, absent, equal, to = ''] = test.exec(text) ?? [];
      const name = attributeOf(absent ?? equal ?? '#', input);
      const value = valueNamed(to, input);
      if (name === undefined || (equal !== undefined && !isPlainValue(value))) return undefined;
      const wanted = JSON.stringify(value);
      return (there: MeteredItem | undefined) =>
        absent !== undefined ? there?.[name] === undefined : JSON.stringify(there?.[name]) === wanted;
    });
  const known = tests.filter((one) => one !== undefined);
  return known.length === tests.length ? (there) => known.some((holds) => holds(there)) : undefined;
}

const around = ['TableName', 'ReturnValues', 'ReturnValuesOnConditionCheckFailure', 'ConditionExpression'];
const expression = ['ExpressionAttributeNames', 'ExpressionAttributeValues'];
const tellsNothing = ({ ReturnValues }: MeteredJson) => ReturnValues === undefined || ReturnValues === 'NONE';

function put(input: MeteredJson): PlainOperation | undefined {
  if (!hasOnly(input, [...around, ...expression, 'Item']) || !tellsNothing(input)) return undefined;
  const item = (input.Item ?? {}) as MeteredItem;
  const key = { pk: item.pk, sk: item.sk } as MeteredItem;
  const condition = conditionOf(input);
  if (!condition || !isKey(key) || !isItem(item)) return undefined;
  const place = { table: String(input.TableName), key };
  return { do: 'write', place, condition, becomes: () => item, returnsItem: false };
}

function update(input: MeteredJson): PlainOperation | undefined {
  if (
    !hasOnly(input, [...around, ...expression, 'Key', 'UpdateExpression']) ||
    !(tellsNothing(input) || input.ReturnValues === 'ALL_NEW')
  )
    return undefined;
  const { Key: key, UpdateExpression: text } = input;
  const condition = conditionOf(input);
  if (!condition || !isKey(key) || typeof text !== 'string' || !text.startsWith('SET ')) return undefined;
  const set: Record<string, Value> = {};
  for (const part of text.slice('SET '.length).split(', ')) {
    const [, left = '#', right = ''] = assignment.exec(part) ?? [];
    const [name, value] = [attributeOf(left, input), valueNamed(right, input)];
    if (name === undefined || value === undefined || name === 'pk' || name === 'sk') return undefined;
    set[name] = value;
  }
  if (!isItem(set as unknown as MeteredItem)) return undefined;
  const becomes = (there: MeteredItem | undefined) => ({ ...(there ?? key), ...set }) as MeteredItem;
  const place = { table: String(input.TableName), key };
  return { do: 'write', place, condition, becomes, returnsItem: input.ReturnValues === 'ALL_NEW' };
}

function getOne(input: MeteredJson): PlainOperation | undefined {
  if (!hasOnly(input, ['TableName', 'Key', 'ConsistentRead']) || !isKey(input.Key)) return undefined;
  return { do: 'get', answer: 'one', places: [{ table: String(input.TableName), key: input.Key }] };
}

function getMany(input: MeteredJson): PlainOperation | undefined {
  const [only, ...others] = Object.entries((input.RequestItems ?? {}) as Record<string, MeteredJson>);
  if (!only || others.length > 0 || !hasOnly(input, ['RequestItems'])) return undefined;
  const [table, asked] = only;
  const keys = Array.isArray(asked.Keys) ? asked.Keys : [];
  const isPlain = hasOnly(asked, ['Keys', 'ConsistentRead']) && keys.length > 0 && keys.length <= 100;
  const isUnique = new Set(keys.map((key) => JSON.stringify(key))).size === keys.length;
  if (!isPlain || !isUnique || !keys.every(isKey)) return undefined;
  return { do: 'get', answer: 'batch', places: keys.map((key) => ({ table, key })) };
}

const readers: Readonly<Record<string, (input: MeteredJson) => PlainOperation | undefined>> = {
  GetItem: getOne,
  BatchGetItem: getMany,
  PutItem: put,
  UpdateItem: update,
};

/** The operation, where it is a plain one; undefined: only the database itself knows the answer. */
export function plainOperation(
  operation: string,
  input: MeteredJson,
  bytes: number,
): PlainOperation | undefined {
  return bytes > mostBytes ? undefined : readers[operation]?.(input);
}
