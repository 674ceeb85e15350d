/** How an address item holds the customers whose it is, and the write by which one comes to be there. */
import type { UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import type { Holder } from '../core/record/suppression.ts';
import { topics } from '../core/values/topic.ts';
import type { HolderWord, OfRecord } from '../ports/addresses.ts';
import { type Plain, toItem } from './dynamo-table.ts';
import { fromMilliseconds, milliseconds } from './epoch.ts';

/** A shared address (an office, a family) has few users; beyond this many they are not remembered. */
const usersAtMost = 50;

/** Of each holder an attribute of its own, so that what one says never meets what another does. */
export const heldFacts = (customer: string) => `H#${customer}`;
export const heldSince = (customer: string) => `S#${customer}`;

type Words = Omit<UpdateItemCommandInput, 'TableName' | 'Key'>;

/** The words of the update; refused where it would tell nothing new, or no more customers are remembered. */
export function usedBy(customer: string, word: HolderWord | undefined): Words {
  return word && 'version' in word ? toldBy(customer, word) : comingOf(customer, word?.at);
}

/** Of whoever is there: one who has left meanwhile is not brought back. */
const toldBy = (customer: string, word: HolderWord & OfRecord): Words => ({
  UpdateExpression: 'SET #since = if_not_exists(#since, :at), #facts = :facts',
  ConditionExpression: 'contains(#customers, :id) AND (attribute_not_exists(#facts) OR #facts.#v <= :v)',
  ExpressionAttributeNames: {
    '#customers': 'customers',
    '#facts': heldFacts(customer),
    '#since': heldSince(customer),
    '#v': 'v',
  },
  ExpressionAttributeValues: { ':id': { S: customer }, ...toItem(wordItem(word)) },
});

const comingOf = (customer: string, at: HolderWord['at'] | undefined): Words => ({
  UpdateExpression: `${at ? 'SET #since = if_not_exists(#since, :at) ' : ''}ADD #customers :new`,
  ConditionExpression:
    'attribute_not_exists(#customers) OR (size(#customers) < :most AND NOT contains(#customers, :id))',
  ExpressionAttributeNames: { '#customers': 'customers', ...(at && { '#since': heldSince(customer) }) },
  ExpressionAttributeValues: {
    ':new': { SS: [customer] },
    ':id': { S: customer },
    ':most': { N: String(usersAtMost) },
    ...(at && toItem({ ':at': milliseconds(at) })),
  },
});

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

/** By id, sorted. */
export function holdersIn(item: Plain): Readonly<Record<string, Holder>> {
  const ids = [...((item.customers as Set<string> | undefined) ?? [])].sort();
  return Object.fromEntries(ids.map((id) => [id, holderOf(item, id)]));
}

function holderOf(item: Plain, customer: string): Holder {
  const facts = item[heldFacts(customer)] as { g?: string; b?: number; p?: boolean } | undefined;
  const since = item[heldSince(customer)] as number | undefined;
  return {
    ...(facts && { granted: topics.filter((topic) => facts.g?.split(' ').includes(topic)) }),
    ...(facts?.b !== undefined && { boughtAt: fromMilliseconds(facts.b) }),
    ...(facts?.p && { bought: true as const }),
    ...(since !== undefined && { since: fromMilliseconds(since) }),
  };
}
