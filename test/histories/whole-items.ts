/** One item of every kind that today's code puts into its tables, with all that it may hold, put there by the ports themselves. */
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { dynamoCampaigns } from '../../shared/aws/dynamo-campaigns.ts';
import { dynamoProbes } from '../../shared/aws/dynamo-probes.ts';
import { VirtualClock } from '../../shared/memory/virtual-clock.ts';
import { startDynalite, tables } from '../contract/databases.ts';
import { onDynamo, type UnderContract } from '../contract/worlds.ts';
import { wholeRecord } from './whole-record.ts';

const customer = wholeRecord.id;
const at = (minutes: number) => Temporal.Instant.from('2026-11-22T01:00:00Z').add({ minutes });
const word = (to: number) => ({ because: 'bounces', percent: 6.5, sent: 400, at: at(to) }) as const;

async function putRecord({ customers }: UnderContract, store: string): Promise<void> {
  const record = { ...wholeRecord, store, version: 0 };
  await customers.save(record, { any: at(9), transactional: at(8) });
}

async function putBeside(ports: UnderContract): Promise<void> {
  const [order] = wholeRecord.orders;
  await ports.orderFacts.put(customer, {
    id: 'o-1',
    facts: {
      OrderPlaced: { at: at(0).toString(), order: { id: 'o-1', total: 5400, items: [{ productId: 'p-1' }] } },
      'OrderRefunded:4e5f6a7b': { at: at(1).toString(), refund: { id: 'r-1', amount: 300 } },
    },
    entry: order,
  });
  await ports.contexts.put(customer, 'e-1', { cart: { items: [{ name: '緑茶' }] } });
  await ports.beside.noteEarlierId(customer, 'lead-1');
  const message = {
    enrolment: 'e-1',
    scenario: 'welcome',
    version: 2,
    step: 'hello',
    template: 'welcome/hello',
  };
  const told = { ...message, variant: 'split:b', number: 2, because: 'accepted', messageId: 'm-1' } as const;
  const touchpoint = { ...told, customer, kind: 'marketing', channel: 'line', at: at(2) } as const;
  await ports.touchpoints.settle({ ...touchpoint, id: 't-1', state: 'sent' });
  for (const kind of ['delivered', 'bounced', 'complained', 'clicked', 'rejected'] as const)
    await ports.touchpoints.note(customer, 't-1', kind, at(3));
  const said = { customer, at: at(1), granted: false, topics: ['all', 'line:all'], source: 'checkout' };
  const rest = { wording: 'v3', said: 'newsletter', pending: true, expiresAt: at(99) } as const;
  await ports.evidence.put({ ...said, id: 'v-1', ...rest });
}

async function putPeople({ addresses, gone, orderOwners, audit, signUps }: UnderContract): Promise<void> {
  const granted = ['tips', 'news'] as const;
  await addresses.use('a-1', customer, { granted, boughtAt: at(0), version: 3, at: at(1) });
  await addresses.use('a-1', 'c-2', { granted: [], bought: true, version: 1, at: at(2) });
  await addresses.use('a-1', 'c-3');
  for (const scope of ['all', 'marketing', 'erased'] as const)
    await addresses.suppress('a-1', scope, {
      because: scope === 'erased' ? 'erased' : 'complaint',
      at: at(3),
    });
  for (const minute of [4, 5]) await addresses.strike('a-1', at(minute));
  await gone.bury('w-1', at(1));
  await gone.lift('w-1', at(2));
  const said = { at: at(1), granted: true, topics: ['tips'], source: 'form', wording: 'v3', pending: true };
  await gone.keepEvidence('w-1', [{ ...said, pending: true, id: 'k-1', until: at(90) }]);
  await orderOwners.put({ order: 'o-1', customer, isTest: true, number: '#1050' });
  await audit.note({ at: at(1), action: 'pause', who: 'all', by: 'Mai', because: 'a wrong price' });
  for (const _ of [1, 2, 3]) await signUps.count(at(0), 9);
  await signUps.keepFor({ mailbox: 'b-1', address: 'a-1' }, at(0), at(90));
}

async function putStore(ports: UnderContract, store: string): Promise<void> {
  const { products, askers, reputation, control, unknowns, rounds } = ports;
  const product = { name: '緑茶', category: 'tea', url: 'https://shop.example.com/p-1', stock: 3 };
  await products.put({ id: 'p-1', ...product, price: 1080, currency: 'JPY', replacedBy: 'p-2' }, at(1));
  for (const [who, minute] of [
    [customer, 1],
    ['c-2', 2],
  ] as const)
    await askers.note({ customer: who, product: 'p-1', at: at(minute) });
  const now = [{ customer: 'c-2', product: 'p-1', at: at(2) }];
  await askers.give({ product: 'p-1', eventId: 'r-1' }, { count: 1, now }, 0);
  const mails = { sent: 40, bounced: 2, complained: 1 };
  await reputation.add(at(0), { unconfirmed: mails, marketing: mails, transactional: mails }, 'x');
  await control.write({
    paused: { all: true, marketing: true, unconfirmed: true, scenarios: ['welcome'] },
    breaker: word(1),
    judgedFrom: at(0),
    others: { unconfirmed: { breaker: word(2), judgedFrom: at(1) } },
    pauses: { welcome: { by: 'Mai', because: 'a wrong price', since: at(1), until: at(90) } },
  });
  await control.noteLookedFor('digest');
  await unknowns.note({ customer, touchpoint: 't-2', at: at(5) });
  await rounds.begin(at(6), at(5));
  await rounds.reached(at(6), undefined, `C#${store}#${customer}`);
}

export type Item = Readonly<Record<string, AttributeValue>>;

/** Sorted by key. @param store each writing is of a store of its own: what a store has once would take the place of another's */
export async function wholeItems(store: string): Promise<Item[]> {
  const database = await startDynalite();
  try {
    const ports = onDynamo(database, store);
    const client = database.client();
    for (const put of [putRecord, putBeside, putPeople, putStore]) await put(ports, store);
    const clock = new VirtualClock(at(0));
    const words = {
      subject: '新茶',
      preheader: '',
      paragraphs: ['一番茶です。'],
      button: '見る',
      url: 'https://shop.example.com/t',
    };
    const times = { at: at(0).toString(), expiresAt: at(90).toString() };
    const approved = { by: 'Mai', at: at(1).toString() };
    const letter = { id: 'week-49', digest: 'd', words: { ja: words, en: words }, ...times, approved };
    await dynamoCampaigns({ client, tables, store, clock }).put(letter);
    await dynamoProbes({ client, tables, store, clock }).arrived('probe-1');
    const pages = await Promise.all(
      [tables.records, tables.beside].map((TableName) => client.send(new ScanCommand({ TableName }))),
    );
    const items = pages.flatMap(({ Items = [] }) => Items);
    return items.map(inOrder).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  } finally {
    await database.stop();
  }
}

const keyOf = ({ pk, sk }: Item) => `${pk?.S} ${sk?.S ?? 'REC'}`;

/** As a table gives it back, it may have its fields in any order. */
const inOrder = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
