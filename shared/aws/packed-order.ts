/** A fact of an order as it lies in the table: JSON, compressed where that is worth it. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { KeptOrder, OrderFact } from '../core/record/orders/kept-order.ts';
import { readOrder, storedOrder } from '../core/record/orders/order-forms.ts';
import type { Plain } from './dynamo-table.ts';

/** Shorter text becomes hardly shorter. */
const worthIt_bytes = 192;
/** No fact is near this; what inflates to more is not ours. */
const mostInflated_bytes = 1024 * 1024;
/** The attribute of the ledger's entry; all others are words of the ledger. */
const entryName = 'entry';

function packedJson(value: unknown): string | Uint8Array {
  const text = JSON.stringify(value);
  return text.length < worthIt_bytes ? text : deflateRawSync(text, { level: 9, memLevel: 9 });
}

function unpackedJson(stored: unknown): unknown {
  if (typeof stored === 'string') return JSON.parse(stored);
  const text = inflateRawSync(stored as Uint8Array, { maxOutputLength: mostInflated_bytes });
  return JSON.parse(text.toString('utf8'));
}

/** Each fact is an attribute of its own, by the ledger's word. */
export function packedOrder({ facts, entry }: KeptOrder): Plain {
  const attributes = Object.entries(facts).map(([word, fact]) => [word, packedJson(fact)]);
  if (entry) attributes.push([entryName, packedJson(storedOrder(entry))]);
  return Object.fromEntries(attributes);
}

export function unpackedOrder(id: string, item: Plain): KeptOrder {
  const { pk: _, sk: __, [entryName]: entry, ...attributes } = item;
  const facts = Object.entries(attributes).map(([word, stored]) => [word, unpackedJson(stored) as OrderFact]);
  return {
    id,
    facts: Object.fromEntries(facts),
    ...(entry !== undefined && { entry: readOrder(unpackedJson(entry)) }),
  };
}
