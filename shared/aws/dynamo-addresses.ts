/** What is known of an address, by its keyed hash: its suppressions, its strikes and the customers who use it. */
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import {
  type AddressState,
  type Holder,
  keptStrikes,
  type Suppression,
  type SuppressionScope,
  suppressionScopes,
} from '../core/record/suppression.ts';
import { topics } from '../core/values/topic.ts';
import type { Addresses, HolderWord, OfRecord } from '../ports/addresses.ts';
import {
  addressed,
  type DynamoTables,
  fromItem,
  type Item,
  type Plain,
  readItem,
  toItem,
  unlessRefused,
} from './dynamo-table.ts';
import { fromMilliseconds, milliseconds } from './epoch.ts';
import { addressPlace } from './table-keys.ts';

/** A shared address (an office, a family) has few users; beyond this many they are not remembered. */
const usersAtMost = 50;

/** Of each holder an attribute of its own, so that what one says never meets what another does. */
const factsOf = (customer: string) => `H#${customer}`;
const sinceOf = (customer: string) => `S#${customer}`;

/** `addresses` on DynamoDB. */
export function dynamoAddresses(options: DynamoTables): Addresses {
  const { client, store } = options;
  return {
    async load(key) {
      return storedAddressOf(key, await readItem(options, addressPlace(store, key)));
    },

    use: (key, customer, word) => use(options, key, customer, word),

    async holders(key) {
      const item = await readItem(options, addressPlace(store, key));
      return [...((item?.customers as Set<string> | undefined) ?? [])].sort();
    },

    leave: (key, customer) => leave(options, key, customer),

    async suppress(key, scope, { because, at }) {
      const moment = { N: String(milliseconds(at)) };
      await unlessRefused(
        client.send(
          new UpdateItemCommand({
            ...addressed(options, addressPlace(store, key)),
            UpdateExpression: 'SET #scope = :suppression',
            // As `lastingSuppression` says: the later stays, but a bounce never hides a complaint.
            ConditionExpression:
              because === 'hard-bounce'
                ? 'attribute_not_exists(#scope) OR (#scope.#because = :bounce AND #scope.#at < :at)'
                : 'attribute_not_exists(#scope) OR #scope.#because = :bounce OR #scope.#at < :at',
            ExpressionAttributeNames: { '#scope': scope, '#at': 'at', '#because': 'because' },
            ExpressionAttributeValues: {
              ':suppression': { M: { because: { S: because }, at: moment } },
              ':at': moment,
              ':bounce': { S: 'hard-bounce' },
            },
          }),
        ),
      );
    },

    async strike(key, at) {
      const { Attributes = {} } = await changeStrikes(options, key, 'ADD', [at]);
      const all = strikesOf(fromItem(Attributes));
      const kept = new Set(keptStrikes(all).map(milliseconds));
      const beyond = all.filter((strike) => !kept.has(milliseconds(strike)));
      if (beyond.length > 0) await changeStrikes(options, key, 'DELETE', beyond);
    },
  };
}

async function use(
  options: DynamoTables,
  key: string,
  customer: string,
  word?: HolderWord,
): Promise<AddressState | undefined> {
  const isFree = 'attribute_not_exists(#customers) OR size(#customers) < :most';
  const place = addressed(options, addressPlace(options.store, key));
  const names = { '#customers': 'customers' };
  const values: Item = {
    ':new': { SS: [customer] },
    ':id': { S: customer },
    ':most': { N: String(usersAtMost) },
  };
  const request =
    word && 'version' in word
      ? {
          UpdateExpression: 'SET #since = if_not_exists(#since, :at), #facts = :facts ADD #customers :new',
          ConditionExpression: `(contains(#customers, :id) OR ${isFree}) AND (attribute_not_exists(#facts) OR #facts.#v <= :v)`,
          ExpressionAttributeNames: {
            ...names,
            '#facts': factsOf(customer),
            '#since': sinceOf(customer),
            '#v': 'v',
          },
          ExpressionAttributeValues: { ...values, ...toItem(wordItem(word)) },
        }
      : {
          UpdateExpression: `${word ? 'SET #since = if_not_exists(#since, :at) ' : ''}ADD #customers :new`,
          ConditionExpression:
            'attribute_not_exists(#customers) OR (size(#customers) < :most AND NOT contains(#customers, :id))',
          ExpressionAttributeNames: { ...names, ...(word && { '#since': sinceOf(customer) }) },
          ExpressionAttributeValues: { ...values, ...(word && toItem({ ':at': milliseconds(word.at) })) },
        };
  let item: Item | undefined;
  const write = async () => {
    const command = new UpdateItemCommand({ ...place, ...request, ReturnValues: 'ALL_NEW' });
    item = (await options.client.send(command)).Attributes;
  };
  await unlessRefused(write());
  return item && storedAddressOf(key, fromItem(item));
}

/** Short words: the item is read with each mail. */
function wordItem({ granted = [], boughtAt, bought, version, at }: HolderWord & OfRecord): Plain {
  const facts = {
    v: version,
    g: granted.length > 0 ? granted.join(' ') : undefined,
    b: boughtAt ? milliseconds(boughtAt) : undefined,
    p: bought,
  };
  return { ':at': milliseconds(at), ':v': version, ':facts': facts };
}

/** A set of moments: putting in what is there, or taking out what is not, changes nothing. */
function changeStrikes(
  options: DynamoTables,
  key: string,
  how: 'ADD' | 'DELETE',
  strikes: readonly Temporal.Instant[],
) {
  return options.client.send(
    new UpdateItemCommand({
      ...addressed(options, addressPlace(options.store, key)),
      UpdateExpression: `${how} #strikes :strikes`,
      ExpressionAttributeNames: { '#strikes': 'strikes' },
      ExpressionAttributeValues: { ':strikes': { NS: strikes.map((at) => String(milliseconds(at))) } },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
}

const strikesOf = ({ strikes }: Plain): Temporal.Instant[] =>
  [...((strikes as Set<number> | undefined) ?? [])].map(fromMilliseconds);

async function leave(options: DynamoTables, key: string, customer: string): Promise<void> {
  await unlessRefused(
    options.client.send(
      new UpdateItemCommand({
        ...addressed(options, addressPlace(options.store, key)),
        UpdateExpression: 'DELETE #customers :old REMOVE #facts, #since',
        ConditionExpression: 'contains(#customers, :id)',
        ExpressionAttributeNames: {
          '#customers': 'customers',
          '#facts': factsOf(customer),
          '#since': sinceOf(customer),
        },
        ExpressionAttributeValues: { ':old': { SS: [customer] }, ':id': { S: customer } },
      }),
    ),
  );
}

/** The state of an address item; undefined where there is none. */
export function storedAddressOf(key: string, item: Plain | undefined): AddressState | undefined {
  if (item === undefined) return undefined;
  const strikes = keptStrikes(strikesOf(item));
  const holders = [...((item.customers as Set<string> | undefined) ?? [])].sort();
  return {
    key,
    ...(holders.length > 0 && {
      holders: Object.fromEntries(holders.map((id) => [id, holderOf(item, id)])),
    }),
    ...Object.fromEntries(suppressionScopes.flatMap((scope) => suppressionOf(scope, item))),
    ...(strikes.length > 0 && { strikes }),
  };
}

function holderOf(item: Plain, customer: string): Holder {
  const facts = item[factsOf(customer)] as { g?: string; b?: number; p?: boolean } | undefined;
  const since = item[sinceOf(customer)] as number | undefined;
  return {
    ...(facts && { granted: topics.filter((topic) => facts.g?.split(' ').includes(topic)) }),
    ...(facts?.b !== undefined && { boughtAt: fromMilliseconds(facts.b) }),
    ...(facts?.p && { bought: true as const }),
    ...(since !== undefined && { since: fromMilliseconds(since) }),
  };
}

function suppressionOf(scope: SuppressionScope, item: Plain): [SuppressionScope, Suppression][] {
  const stored = item[scope] as { because: Suppression['because']; at: number } | undefined;
  return stored ? [[scope, { because: stored.because, at: fromMilliseconds(stored.at) }]] : [];
}
