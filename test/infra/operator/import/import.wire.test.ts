/** People who were customers before, taken in by the command and over the wire: history is there, nothing is sent. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FreeJson } from '../../../support/free-json.ts';
import { type ImportingStore, importingStore } from './importing-store.ts';

let store: ImportingStore;

beforeAll(async () => {
  store = await importingStore('2026-03-02T03:30:00Z');
});
afterAll(() => store?.stop());

const record = async (id: string) => (await store.get<{ customer: FreeJson }>(`customers/${id}`)).customer;

test('customers, orders and consents of before are history, and nothing is sent', async () => {
  store.write(
    'customers.csv',
    'Customer ID,E-Mail,Name,customer.locale,customer.acceptsMarketing',
    'c-1,hana@example.com,Hana,ja,yes',
    'c-2,taro@example.com,Taro,ja,no',
    'c-3,mei@example.com,Mei,en,perhaps',
  );
  store.write(
    'map.json',
    '{ "customer.id": "Customer ID", "customer.email": "E-Mail", "customer.name": "Name" }',
  );
  const people = await store.imported('customers', 'customers.csv', '--map', store.at('map.json'));
  expect(people).toMatchObject({ code: 1, told: { rows: 2, customers: 2 } });
  expect(people.told.bad).toEqual([{ line: 4, because: 'customer.acceptsMarketing is neither yes nor no' }]);

  store.write(
    'orders.csv',
    'occurredAt,customer.id,order.id,order.currency,order.total,item.productId,item.quantity',
    '2026-01-10,c-1,o-1,JPY,5400,p-1,1',
    '2026-01-10,c-1,o-1,JPY,5400,p-2,2',
    '2026-03-01,c-1,o-2,JPY,3200,p-1,1',
  );
  expect(await store.imported('orders', 'orders.csv')).toMatchObject({
    code: 0,
    told: { rows: 2, events: 2 },
  });

  store.write(
    'consents.ndjson',
    '{"occurredAt":"2026-02-01","customer":{"id":"c-2"},"consent":{"granted":true,"topics":["news"]}}',
  );
  expect(await store.imported('consents', 'consents.ndjson')).toMatchObject({ code: 0 });

  expect(await record('c-1')).toMatchObject({
    lifecycle: { orders: 2 },
    consent: { all: { is: 'granted', source: 'import' } },
  });
  expect((await record('c-2')).consent.news).toMatchObject({ is: 'granted', source: 'import' });
  await store.cloud.clock.advance('P1D');
  expect(await store.get('mails')).toEqual([]);
});

test('addresses are read as they are meant, and what cannot be read is said of its line', async () => {
  store.write(
    'odd.csv',
    'customer.id,customer.email,customer.name',
    'a-1,r&d@example.com,Ren',
    'a-2,Mei <mei@日本語.jp>,Mei',
    'a-3,a..b@docomo.ne.jp,Aki',
    'guest,yuki@example.com,Yuki',
  );
  const people = await store.imported('customers', 'odd.csv');
  expect(people).toMatchObject({ code: 1, told: { rows: 4, customers: 3 } });
  expect(people.told.odd).toEqual([
    { line: 4, because: 'customer.email is kept, but no mail service takes it' },
  ]);
  expect(people.told.bad).toEqual([
    { line: 5, because: expect.stringContaining('customer.id stands for nobody') },
  ]);
  expect((await record('a-1')).profile).toMatchObject({ email: 'r&d@example.com' });
  expect((await record('a-2')).profile).toMatchObject({ email: 'mei@xn--wgv71a119e.jp' });
  expect((await record('a-3')).profile).toMatchObject({ email: 'a..b@docomo.ne.jp', undeliverable: true });
});

test('a file that is read once more changes nothing', async () => {
  const before = await record('c-1');
  expect(await store.imported('orders', 'orders.csv', '--again')).toMatchObject({ code: 0 });
  expect(await record('c-1')).toEqual(before);
});

test('an order that comes after the import is not her first', async () => {
  await store.put('OrderPlaced', {
    eventId: 'evt-3',
    occurredAt: store.cloud.clock.now().toString(),
    customer: { id: 'c-1' },
    order: { id: 'o-3', currency: 'JPY', total: 1000, items: [{ productId: 'p-1' }] },
  });
  await store.cloud.clock.advance('PT1M');
  expect((await record('c-1')).lifecycle.orders).toBe(3);
});

test('an import that was stopped goes on after the last line that is done', async () => {
  const lines = Array.from({ length: 1200 }, (_, n) => `b-${n},b${n}@example.com`);
  store.write('many.csv', 'customer.id,customer.email', ...lines);
  store.write(
    'many.csv.progress.json',
    JSON.stringify({
      kind: 'customers',
      target: `${store.cloud.names.prefix} (embedded cloud at ${store.cloud.url})`,
      bytes: Buffer.byteLength(`customer.id,customer.email\n${lines.join('\n')}\n`),
      line: 1001,
    }),
  );
  const rest = await store.imported('customers', 'many.csv');
  expect(rest).toMatchObject({ code: 0, told: { rows: 200 } });
  expect(rest.err).toContain('goes on after line 1001');
  expect(readdirSync(store.folder).filter((name) => name.includes('progress'))).toEqual([]);
});
