/** What is known of an address, by its keyed hash: its suppressions, its strikes and the customers who use it. */
import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import {
  type AddressState,
  keptStrikes,
  type Suppression,
  type SuppressionScope,
  suppressionScopes,
} from '../core/record/suppression.ts';
import type { Addresses } from '../ports/addresses.ts';
import { heldFacts, heldSince, holdersIn, usedBy } from './address-holders.ts';
import {
  addressed,
  answerUnlessRefused,
  type DynamoTables,
  fromItem,
  type Plain,
  readItem,
  unlessRefused,
} from './dynamo-table.ts';
import { fromMilliseconds, milliseconds } from './epoch.ts';
import { addressPlace } from './table-keys.ts';

/** `addresses` on DynamoDB. */
export function dynamoAddresses(options: DynamoTables): Addresses {
  const { client, store } = options;
  return {
    async load(key) {
      return storedAddressOf(key, await readItem(options, addressPlace(store, key)));
    },

    async use(key, customer, word) {
      const place = addressed(options, addressPlace(store, key));
      const written = await answerUnlessRefused(
        client.send(new UpdateItemCommand({ ...place, ...usedBy(customer, word), ReturnValues: 'ALL_NEW' })),
      );
      return written?.Attributes && storedAddressOf(key, fromItem(written.Attributes));
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

/** Where a death left the item bare, the repeat finds nobody there, and takes it away. */
async function leave(options: DynamoTables, key: string, customer: string): Promise<void> {
  const place = addressed(options, addressPlace(options.store, key));
  const left = await answerUnlessRefused(
    options.client.send(
      new UpdateItemCommand({
        ...place,
        UpdateExpression: 'DELETE #customers :old REMOVE #facts, #since',
        ConditionExpression: 'contains(#customers, :id)',
        ExpressionAttributeNames: {
          '#customers': 'customers',
          '#facts': heldFacts(customer),
          '#since': heldSince(customer),
        },
        ExpressionAttributeValues: { ':old': { SS: [customer] }, ':id': { S: customer } },
        ReturnValues: 'ALL_NEW',
      }),
    ),
  );
  const known = Object.keys(left?.Attributes ?? {}).filter((name) => whatIsKnown.includes(name));
  if (known.length > 0) return;
  await unlessRefused(
    options.client.send(
      new DeleteItemCommand({
        ...place,
        ConditionExpression: whatIsKnown.map((_, nth) => `attribute_not_exists(#known${nth})`).join(' AND '),
        ExpressionAttributeNames: Object.fromEntries(whatIsKnown.map((name, nth) => [`#known${nth}`, name])),
      }),
    ),
  );
}

/** An item without any of these says nothing of its address. */
const whatIsKnown: readonly string[] = ['customers', 'strikes', ...suppressionScopes];

/** The state of an address item; undefined where there is none. */
export function storedAddressOf(key: string, item: Plain | undefined): AddressState | undefined {
  if (item === undefined) return undefined;
  const strikes = keptStrikes(strikesOf(item));
  const holders = holdersIn(item);
  return {
    key,
    ...(Object.keys(holders).length > 0 && { holders }),
    ...Object.fromEntries(suppressionScopes.flatMap((scope) => suppressionOf(scope, item))),
    ...(strikes.length > 0 && { strikes }),
  };
}

function suppressionOf(scope: SuppressionScope, item: Plain): [SuppressionScope, Suppression][] {
  const stored = item[scope] as { because: Suppression['because']; at: number } | undefined;
  return stored ? [[scope, { because: stored.because, at: fromMilliseconds(stored.at) }]] : [];
}
