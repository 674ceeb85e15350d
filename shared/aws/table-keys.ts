/**
 * Where each thing lies: customers' records alone in one table, all that lies beside them in the other. The store is in
 * every key, so that tables of several stores can be joined.
 */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { sweepShards } from '../ports/sweep.ts';

/** Records have one key and nothing else beside them, so that a scan meets nobody's touchpoints. */
export type TableRole = 'records' | 'beside';

export interface TablePlace {
  readonly table: TableRole;
  /** A record's has no `sk`. */
  readonly key: { readonly pk: AttributeValue.SMember; readonly sk?: AttributeValue.SMember };
}

const beside = (pk: string, sk: string): TablePlace => ({
  table: 'beside',
  key: { pk: { S: pk }, sk: { S: sk } },
});
const partition = (store: string, customer: string) => `C#${store}#${customer}`;
/** Moments of one length sort as they follow one another. */
const inOrder = (at_ms: number) => String(at_ms).padStart(15, '0');

export const recordPlace = (store: string, customer: string): TablePlace => ({
  table: 'records',
  key: { pk: { S: partition(store, customer) } },
});
/** All that lies beside one customer's record. */
export const besidePlace = (store: string, customer: string, sk: string) =>
  beside(partition(store, customer), sk);
export const touchpointPlace = (store: string, customer: string, id: string) =>
  beside(partition(store, customer), `TOUCH#${id}`);
export const evidencePlace = (store: string, customer: string, id: string) =>
  beside(partition(store, customer), `CONSENT#${id}`);
export const contextPlace = (store: string, customer: string, enrolment: string) =>
  beside(partition(store, customer), `CTX#${enrolment}`);
export const orderPlace = (store: string, customer: string, order: string) =>
  beside(partition(store, customer), `ORDER#${order}`);
/** That the customer waits for a product. */
export const askedPlace = (store: string, customer: string, product: string) =>
  beside(partition(store, customer), `ASKED#${product}`);
export const earlierIdPlace = (store: string, customer: string, earlier: string) =>
  beside(partition(store, customer), `WAS#${earlier}`);
export const addressPlace = (store: string, address: string) => beside(`ADDR#${store}#${address}`, 'ADDR');
export const probePlace = (store: string, id: string) => beside(`PROBE#${store}#${id}`, 'PROBE');
export const orderOwnerPlace = (store: string, order: string) => beside(`ORDER#${store}#${order}`, 'OWNER');
export const gonePlace = (store: string, who: string) => beside(`GONE#${store}#${who}`, 'GONE');
export const proofPlace = (store: string, who: string, id: string) =>
  beside(`GONE#${store}#${who}`, `CONSENT#${id}`);
export const auditPlace = (store: string, asking: string) => beside(`AUDIT#${store}`, `ASKED#${asking}`);
export const evaluatedForPlace = (store: string) => beside(`CTRL#${store}`, 'LOOK');
/** How far the rounds of the sweep have come. */
export const sweepRoundPlace = (store: string) => beside(`CTRL#${store}`, 'ROUND');
/** A letter to many. */
export const campaignPlace = (store: string, campaign: string) =>
  beside(`CAMPAIGN#${store}#${campaign}`, 'CAMPAIGN');
export const productPlace = (store: string, product: string) =>
  beside(`PRODUCT#${store}#${product}`, 'PRODUCT');
/** Who waits for a product. */
export const askerPlace = (store: string, product: string, at_ms: number, customer: string) =>
  beside(`PRODUCT#${store}#${product}`, `ASKED#${inOrder(at_ms)}#${customer}`);
/** What a restock has given. */
export const restockPlace = (store: string, product: string, eventId: string) =>
  beside(`PRODUCT#${store}#${product}`, `RESTOCK#${eventId}`);
/** Counts of mail by the hour it was sent in, spread over a few partitions. */
export const reputationShards = 4;
export const reputationPlace = (store: string, shard: number, hour_ms: number) =>
  beside(`STANDING#${store}#${shard}`, `HOUR#${hour_ms}`);
/** Order mail of unknown outcome. */
export const unknownMailPlace = (store: string, at_ms: number, touchpoint: string) =>
  beside(`UNKNOWN#${store}`, `MAIL#${inOrder(at_ms)}#${touchpoint}`);
/** How many signed up in an hour, and which address stands for a mailbox meanwhile. */
export const signUpHourPlace = (store: string, hour_ms: number) =>
  beside(`SIGNUPS#${store}`, `HOUR#${hour_ms}`);
export const mailboxPlace = (store: string, mailbox: string) =>
  beside(`MAILBOX#${store}#${mailbox}`, 'MAILBOX');
export const controlPlace = (store: string) => beside(`CTRL#${store}`, 'CTRL');

/** The customer a partition key belongs to; an id may hold any character, "#" too. */
export const customerOf = (store: string, pk: string) => pk.slice(partition(store, '').length);

/** The product a partition key belongs to. */
export const productOf = (store: string, pk: string) => pk.slice(`PRODUCT#${store}#`.length);

/** What follows "#" in a sort key: the touchpoint's or evidence's id. */
export const keyIdOf = (sk: string) => sk.slice(sk.indexOf('#') + 1);

/** The index partition of one shard: `S#00` to `S#15`. */
export const shardKey = (shard: number) => `S#${String(shard).padStart(2, '0')}`;

/** The shard a customer waits in: FNV-1a of her id, so that the shards fill evenly. */
export function shardOf(customer: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < customer.length; i++) hash = Math.imul(hash ^ customer.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % sweepShards;
}
