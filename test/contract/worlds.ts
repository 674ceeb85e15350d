/** The worlds under contract: the ports of each, and a way past the ports to its stored records. */

import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { dynamoAddresses } from '../../shared/aws/dynamo-addresses.ts';
import { dynamoAskers } from '../../shared/aws/dynamo-askers.ts';
import { dynamoAudit } from '../../shared/aws/dynamo-audit.ts';
import { dynamoBeside } from '../../shared/aws/dynamo-beside.ts';
import { dynamoCampaigns } from '../../shared/aws/dynamo-campaigns.ts';
import { dynamoContexts } from '../../shared/aws/dynamo-contexts.ts';
import { dynamoControl } from '../../shared/aws/dynamo-control.ts';
import { dynamoCustomers } from '../../shared/aws/dynamo-customers.ts';
import { dynamoEverybody } from '../../shared/aws/dynamo-everybody.ts';
import { dynamoEvidence } from '../../shared/aws/dynamo-evidence.ts';
import { dynamoGone } from '../../shared/aws/dynamo-gone.ts';
import { dynamoOrderFacts } from '../../shared/aws/dynamo-order-facts.ts';
import { dynamoOrderOwners } from '../../shared/aws/dynamo-order-owners.ts';
import { dynamoProducts } from '../../shared/aws/dynamo-products.ts';
import { dynamoReputation } from '../../shared/aws/dynamo-reputation.ts';
import { dynamoRounds } from '../../shared/aws/dynamo-rounds.ts';
import { dynamoSignUps } from '../../shared/aws/dynamo-sign-ups.ts';
import { dynamoSweep } from '../../shared/aws/dynamo-sweep.ts';
import { putAt, readItem, toItem } from '../../shared/aws/dynamo-table.ts';
import { dynamoTouchpoints } from '../../shared/aws/dynamo-touchpoints.ts';
import { dynamoUnknowns } from '../../shared/aws/dynamo-unknowns.ts';
import { unpacked } from '../../shared/aws/packed-record.ts';
import { recordPlace } from '../../shared/aws/table-keys.ts';
import type { StoredRecord } from '../../shared/core/record/record-codec.ts';
import { memoryWorld } from '../../shared/memory/memory-world.ts';
import { VirtualClock } from '../../shared/memory/virtual-clock.ts';
import type { World } from '../../shared/ports/world.ts';
import { type Database, index, tables } from './databases.ts';

type Kept =
  | 'customers'
  | 'contexts'
  | 'orderFacts'
  | 'addresses'
  | 'touchpoints'
  | 'evidence'
  | 'control'
  | 'reputation'
  | 'signUps'
  | 'sweep'
  | 'rounds'
  | 'unknowns'
  | 'orderOwners'
  | 'products'
  | 'askers'
  | 'everybody'
  | 'beside'
  | 'gone'
  | 'audit'
  | 'campaigns';

export interface UnderContract extends Pick<World, Kept> {
  /** Puts a record into the store as other code might have written it. */
  plant(stored: StoredRecord): Promise<void>;
  stored(id: string): Promise<Readonly<Record<string, unknown>> | undefined>;
}

export const store = 'shop';
const startAt = Temporal.Instant.from('2026-11-22T01:00:00Z');

export function inMemory(): UnderContract {
  const world = memoryWorld({ startAt, settings: { locale: 'ja' } });
  return {
    ...world,
    plant: async (stored) => world.records.plant(stored),
    stored: async (id) => world.records.stored(id),
  };
}

export function onDynamo(database: Database, ofStore = store): UnderContract {
  const client = database.client();
  const options = {
    client,
    tables,
    store: ofStore,
    index,
    clock: new VirtualClock(startAt),
    touchpointDays: 400,
  };
  return {
    customers: dynamoCustomers(options),
    contexts: dynamoContexts(options),
    orderFacts: dynamoOrderFacts(options),
    addresses: dynamoAddresses(options),
    touchpoints: dynamoTouchpoints(options),
    evidence: dynamoEvidence(options),
    control: dynamoControl(options),
    reputation: dynamoReputation(options),
    signUps: dynamoSignUps(options),
    sweep: dynamoSweep(options),
    rounds: dynamoRounds(options),
    unknowns: dynamoUnknowns(options),
    everybody: dynamoEverybody(options),
    beside: dynamoBeside(options),
    gone: dynamoGone(options),
    audit: dynamoAudit(options),
    products: dynamoProducts(options),
    campaigns: dynamoCampaigns(options),
    askers: dynamoAskers(options),
    orderOwners: dynamoOrderOwners({ ...options, keptDays: 400 }),
    async plant(stored) {
      const place = recordPlace(ofStore, stored.id);
      await client.send(new PutItemCommand(putAt(options, place, toItem(stored))));
    },
    async stored(id) {
      const item = await readItem(options, recordPlace(ofStore, id));
      return item && unpacked(item);
    },
  };
}
