/** What the ports read out of the items that earlier code put into its tables. */
import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { keyIdOf } from '../../shared/aws/table-keys.ts';
import { startDynalite, tables } from '../contract/databases.ts';
import { onDynamo, type UnderContract } from '../contract/worlds.ts';
import { holdersOf } from '../support/holders.ts';
import { writtenLines } from './written-lines.ts';

type Item = Readonly<Record<string, Record<string, unknown>>>;

const batch = 25;

/** A record in a table of its own has no second key. */
const textOf = (item: Item, field: 'pk' | 'sk') => String(item[field]?.S ?? 'REC');
/** The store, and of what in it the item is. */
const storeIn = (pk: string) => pk.split('#')[1];
const about = (pk: string) => pk.split('#').slice(2).join('#');
const momentOf = (told: Record<string, unknown> | undefined) =>
  Temporal.Instant.fromEpochMilliseconds(Number(told?.N));

function attributes(item: Item) {
  return JSON.parse(JSON.stringify(item), (_, value) =>
    typeof value?.$bytes === 'string' ? Buffer.from(value.$bytes, 'base64') : value,
  );
}

/** What the port that owns an item makes of it. */
async function readingOf(ports: UnderContract, item: Item): Promise<unknown> {
  const [pk, sk] = [textOf(item, 'pk'), textOf(item, 'sk')];
  const [kind, id] = [`${pk.split('#')[0]}/${sk.split('#')[0]}`, about(pk)];
  switch (kind) {
    case 'C/REC':
      return ports.customers.load(id);
    case 'C/TOUCH':
      return ports.touchpoints.load(id, keyIdOf(sk));
    case 'C/CONSENT':
      return (await ports.evidence.list(id)).filter((one) => one.id === keyIdOf(sk));
    case 'C/CTX':
      return ports.contexts.load(id, keyIdOf(sk));
    case 'C/ORDER':
      return ports.orderFacts.load(id, keyIdOf(sk));
    case 'C/ASKED':
      return ports.askers.of(id);
    case 'C/WAS':
      return ports.beside.earlierIds(id);
    case 'ADDR/ADDR':
      // Those of whom nothing but the id is known stand beside.
      return [{ ...(await ports.addresses.load(id)), holders: undefined }, await holdersOf(ports, id)];
    case 'GONE/GONE':
      return ports.gone.load(id);
    case 'GONE/CONSENT':
      return ports.gone.evidence(id);
    case 'ORDER/OWNER':
      return ports.orderOwners.load(id);
    case 'CTRL/CTRL':
      return ports.control.read();
    case 'CTRL/LOOK':
      return ports.control.lookedFor();
    case 'AUDIT/ASKED':
      return ports.audit.list();
    case 'STANDING/HOUR':
      return ports.reputation.since(Temporal.Instant.fromEpochMilliseconds(Number(keyIdOf(sk))));
    case 'CAMPAIGN/CAMPAIGN':
      return ports.campaigns.load(id);
    case 'PRODUCT/PRODUCT':
      return [...(await ports.products.loadMany([id])).values()];
    case 'PRODUCT/ASKED':
      return ports.askers.first(id, 100);
    case 'PRODUCT/RESTOCK':
      return ports.askers.given({ product: id, eventId: keyIdOf(sk) });
    case 'CTRL/ROUND':
      return ports.rounds.begin(momentOf(item.begun).add({ hours: 1 }), momentOf(item.begun));
    case 'UNKNOWN/MAIL':
      return ports.unknowns.until(momentOf(item.at), 10);
    case 'SIGNUPS/HOUR':
      // As many as were counted are as many as there may be: none is counted beside.
      return ports.signUps.count(momentOf({ N: keyIdOf(sk) }), Number(item.signUps?.N));
    case 'MAILBOX/MAILBOX': {
      const until = momentOf(item.untilMs);
      return ports.signUps.keepFor({ mailbox: id, address: 'another' }, until.subtract({ hours: 1 }), until);
    }
    case 'PROBE/PROBE':
      // Only its sender looks for it, by its key.
      return undefined;
    default:
      throw new Error(`No port is known for an item ${kind}: add the one that reads it.`);
  }
}

/** One line of JSON for each item, from dynalite. */
export async function itemReadings(name: 'items' | 'whole-items'): Promise<string> {
  const database = await startDynalite();
  try {
    const items = writtenLines<Item>(name);
    const client = database.client();
    for (let from = 0; from < items.length; from += batch) {
      const RequestItems: Record<string, { PutRequest: { Item: ReturnType<typeof attributes> } }[]> = {};
      for (const item of items.slice(from, from + batch)) {
        // A record of the time when all lay in one table, with the second key it had there.
        const table = textOf(item, 'sk') === 'REC' ? tables.records : tables.beside;
        RequestItems[table] = [...(RequestItems[table] ?? []), { PutRequest: { Item: attributes(item) } }];
      }
      await client.send(new BatchWriteItemCommand({ RequestItems }));
    }
    const lines: string[] = [];
    for (const item of items) {
      const ports = onDynamo(database, storeIn(textOf(item, 'pk')));
      lines.push(JSON.stringify([textOf(item, 'sk').split('#')[0], (await readingOf(ports, item)) ?? null]));
    }
    return `${lines.join('\n')}\n`;
  } finally {
    await database.stop();
  }
}
