/** One body of the intake queue on its way into a store's records and mails. */
import type { SQSRecord } from 'aws-lambda';
import { readBusMessage } from '../../functions/boundary/bus-event.ts';
import { gatherEvents } from '../../functions/queue/gather-events.ts';
import { guestNames } from '../../shared/service/intake/guests.ts';
import { ingest } from '../../shared/service/intake/ingest.ts';
import { type FuzzStore, fuzzStore, now } from './fuzz-store.ts';
import { mustBeClean } from './guards.ts';
import { must, refusal, type Taken } from './target.ts';

interface Options {
  /** How long the store lives on. */
  readonly hours: number;
  /** An order is known already: parcels and refunds that name `order` find its customer. */
  readonly knownOrder?: string | undefined;
}

/** Takes a body in as the function would, and lets what follows happen. */
export async function takeIn(body: string, { hours, knownOrder }: Options): Promise<Taken> {
  const refused = refusedAtOnce(body);
  const store = fuzzStore();
  if (knownOrder !== undefined) {
    await store.world.orderOwners.put({ order: knownOrder, customer: 'c-1', isTest: false });
  }
  const { byCustomer, buried, delayed } = await gathered(store, body);
  must(refused === undefined || buried.length === 1, 'a body was refused by one and taken by the other');
  for (const [customer, { events }] of byCustomer) {
    mustBeClean(events, 'the event');
    must(
      events.every(({ detail }) => detail.customer.id === customer),
      'one message is of two customers',
    );
    await ingest(store.engine, customer, events);
  }
  await store.settle(hours);
  store.mustTellNobody(...buried);
  if (refused !== undefined) return refused;
  // A webhook may be well formed and still tell of something that no event can be.
  if (buried.length > 0) {
    must(/^MalformedEvent: /.test(buried.join()), `buried for ${buried.join()}`);
    return 'MALFORMED_EVENT';
  }
  if (delayed > 0) return 'ORDER_OWNER_UNKNOWN';
  return byCustomer.size > 0 ? 'accepted' : 'ignored';
}

/** Read on its own first: the batch keeps of an error no more than its name. */
function refusedAtOnce(body: string): Taken | undefined {
  try {
    const message = readBusMessage(body, now);
    mustBeClean(message, 'the message');
    return undefined;
  } catch (error) {
    return refusal(error, 'MALFORMED_JSON', 'MALFORMED_EVENT');
  }
}

async function gathered({ world, engine }: FuzzStore, body: string) {
  const buried: string[] = [];
  let delayed = 0;
  const record = { messageId: 'm-1', body } as SQSRecord;
  const ports = {
    clock: world.clock,
    log: world.log,
    metrics: engine.world.metrics,
    orderOwners: world.orderOwners,
    inbox: {
      bury: async (_: SQSRecord, reason: string) => void buried.push(reason),
      delay: async () => {
        delayed += 1;
      },
    },
    guests: guestNames(engine),
    copiesOf: () => 0,
  };
  const { byCustomer, batchItemFailures } = await gatherEvents(ports, [record]);
  must(batchItemFailures.length === 0, `the body comes back for ever: ${JSON.stringify(world.log.lines)}`);
  return { byCustomer, buried, delayed };
}
