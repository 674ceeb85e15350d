/** Where each thing lies in the one table. The store is in every key, so that tables of several stores can be joined. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { sweepShards } from '../ports/sweep.ts';

export type Key = { readonly pk: AttributeValue.SMember; readonly sk: AttributeValue.SMember };

const key = (pk: string, sk: string): Key => ({ pk: { S: pk }, sk: { S: sk } });
const partition = (store: string, customer: string) => `C#${store}#${customer}`;

export const recordKey = (store: string, customer: string) => key(partition(store, customer), 'REC');
export const touchpointKey = (store: string, customer: string, id: string) =>
  key(partition(store, customer), `TOUCH#${id}`);
export const evidenceKey = (store: string, customer: string, id: string) =>
  key(partition(store, customer), `CONSENT#${id}`);
export const contextKey = (store: string, customer: string, enrolment: string) =>
  key(partition(store, customer), `CTX#${enrolment}`);
export const earlierIdKey = (store: string, customer: string, earlier: string) =>
  key(partition(store, customer), `WAS#${earlier}`);
export const addressItemKey = (store: string, address: string) => key(`ADDR#${store}#${address}`, 'ADDR');
export const probeKey = (store: string, id: string) => key(`PROBE#${store}#${id}`, 'PROBE');
export const orderOwnerKey = (store: string, order: string) => key(`ORDER#${store}#${order}`, 'OWNER');
export const goneKey = (store: string, who: string) => key(`GONE#${store}#${who}`, 'GONE');
export const proofKey = (store: string, who: string, id: string) =>
  key(`GONE#${store}#${who}`, `CONSENT#${id}`);
export const auditKey = (store: string, asking: string) => key(`AUDIT#${store}`, `ASKED#${asking}`);
export const evaluatedForKey = (store: string) => key(`CTRL#${store}`, 'LOOK');
export const productKey = (store: string, product: string) => key(`PRODUCT#${store}#${product}`, 'PRODUCT');
/** Counts of marketing mail by the hour it was sent in, spread over a few partitions. */
export const reputationShards = 4;
export const reputationKey = (store: string, shard: number, hour_ms: number) =>
  key(`STANDING#${store}#${shard}`, `HOUR#${hour_ms}`);
export const controlKey = (store: string) => key(`CTRL#${store}`, 'CTRL');

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
