/** Files as shops and spreadsheets write them, by the command and over the wire: read rightly, or said by line. */
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FreeJson } from '../../../support/free-json.ts';
import { type ImportingStore, importingStore } from './importing-store.ts';

let store: ImportingStore;

beforeAll(async () => {
  store = await importingStore('2024-06-03T03:30:00Z');
  cpSync(path.join(import.meta.dirname, 'fixtures'), store.folder, { recursive: true });
});
afterAll(() => store?.stop());

/** With the lines that were left out, and why. */
async function imported(...words: Parameters<ImportingStore['imported']>) {
  const answer = await store.imported(...words);
  const because = new Map<number, string>(
    answer.told?.bad.map(({ line, because }: { line: number; because: string }) => [line, because]),
  );
  return { ...answer, because, lines: [...because.keys()] };
}

const known = async (id: string) =>
  (await store.get<{ customer?: FreeJson }>(`customers/${encodeURIComponent(id)}`)).customer;
const ordersOf = async (id: string): Promise<FreeJson[]> => (await known(id))?.orders ?? [];
const ownedBy = async (id: string) => (await known(id))?.owned.map(({ p }: { p: string }) => p);

test.each(['sjis', 'utf8'])('EC-CUBE’s customers in %s are read: their names and birthdays', async (as) => {
  const map = store.at('eccube-customers.map.json');
  expect(await imported('customers', `eccube-customers-${as}.csv`, '--map', map)).toMatchObject({
    code: 0,
    told: { rows: 2 },
  });
  expect((await known('7'))?.profile).toMatchObject({
    family: '髙橋',
    given: 'はな',
    birthday: '1984-05-06',
  });
});

test.each(['sjis', 'utf8'])(
  'EC-CUBE’s orders in %s are read, and lines that cannot be are named',
  async (as) => {
    const words = ['--map', store.at('eccube-orders.map.json'), '--decimal'];
    const told = await imported('orders', `eccube-orders-${as}.csv`, ...words);
    // The guest has no id, and one record by his address. The line of the postage has no product, and is left out of its order alone.
    expect(told.lines).toEqual([]);
    expect(told.told.odd).toMatchObject([{ line: 2 }]);
    expect(await ordersOf('7')).toMatchObject([{ id: '101', total: 5950 }]);
    expect(await ordersOf('8')).toMatchObject([{ id: '103', total: 5950 }]);
  },
);

test('cp932 under a header in ASCII is read', async () => {
  expect(await imported('customers', 'ascii-header-sjis.csv')).toMatchObject({ code: 0 });
  expect((await known('m-1'))?.profile).toMatchObject({ family: '髙橋', given: 'はな' });
});

test('text in no certain encoding is refused by name, and nothing of it is told', async () => {
  writeFileSync(store.at('latin.csv'), Buffer.from('customer.id,customer.name\nl-1,Müller\n', 'latin1'));
  const refused = await imported('customers', 'latin.csv');
  expect(refused).toMatchObject({ code: 1, told: undefined });
  expect(refused.err).toContain('--encoding');
  expect(await known('l-1')).toBeUndefined();
  await imported('customers', 'latin.csv', '--encoding', 'windows-1252');
  expect((await known('l-1'))?.profile.name).toBe('Müller');
});

test('Shopify’s orders, whose currency and total stand in the first row alone, are joined', async () => {
  const header =
    'Name,Email,Currency,Total,Created at,Lineitem quantity,Lineitem price,Lineitem sku,Id,Customer';
  store.write(
    'shopify.csv',
    header,
    '#1050,koper@example.com,EUR,100.90,2024-05-01 09:59:00 +0200,1,62.95,MAT-100,555,s-1',
    '#1050,koper@example.com,,,,1,37.95,MAT-50,,',
    '#1051,bob@example.com,EUR,12.50,2024-05-02 09:59:00 +0200,1,12.50,MAT-50,556,s-2',
  );
  for (const id of ['Id', 'Name']) {
    const map = {
      'order.id': id,
      'customer.id': 'Customer',
      'customer.email': 'Email',
      'order.currency': 'Currency',
      'order.total': 'Total',
      occurredAt: 'Created at',
      'item.productId': 'Lineitem sku',
      'item.unitPrice': 'Lineitem price',
      'item.quantity': 'Lineitem quantity',
    };
    writeFileSync(store.at('shopify.map.json'), JSON.stringify(map));
    const told = await imported('orders', 'shopify.csv', '--map', store.at('shopify.map.json'), '--decimal');
    expect(told).toMatchObject({ code: 0, told: { rows: 2 } });
  }
  const orders = await ordersOf('s-1');
  expect(orders.map(({ id }) => id).sort()).toEqual(['#1050', '555']);
  expect(orders.map(({ total }) => total)).toEqual([10_090, 10_090]);
  expect(await ownedBy('s-1')).toEqual(['MAT-100', 'MAT-50']);
});

test('an order without a currency is asked for one, never given the store’s', async () => {
  const header = 'occurredAt,customer.id,order.id,order.total';
  store.write('woo.csv', header, '2024-05-01,w-1,w-10,19.99');
  const asked = await imported('orders', 'woo.csv', '--decimal');
  expect(asked).toMatchObject({ code: 1, lines: [2] });
  expect(asked.because.get(2)).toContain('--currency');
  expect(await known('w-1')).toBeUndefined();
  expect(await imported('orders', 'woo.csv', '--decimal', '--currency', 'usd')).toMatchObject({ code: 0 });
  expect(await ordersOf('w-1')).toMatchObject([{ id: 'w-10', total: 1999 }]);
  expect(await imported('orders', 'woo.csv', '--currency', 'JPN')).toMatchObject({ code: 2 });
});

test('WooCommerce’s orders, nested and with a number for an id, are read by a map of paths', async () => {
  const words = ['--map', store.at('woo.map.json'), '--decimal'];
  expect(await imported('orders', 'woo.ndjson', ...words)).toMatchObject({ code: 0, told: { rows: 1 } });
  expect(await ordersOf('25')).toMatchObject([{ id: '727', total: 5400 }]);
  expect((await known('25'))?.profile.email).toBe('hana@example.com');
});

test('amounts of JSON are decimals as those of a table are', async () => {
  expect(await imported('orders', 'orders-decimal.ndjson', '--decimal')).toMatchObject({ code: 0 });
  expect(await ordersOf('n-1')).toMatchObject([{ total: 5400 }]);
  expect(await ordersOf('n-2')).toMatchObject([{ total: 5450 }]);
});

test('an order of which a line cannot be read waits, and the mended file tells all of it', async () => {
  const lines = (price: string) => [
    'occurredAt,customer.id,order.id,order.currency,order.total,item.productId,item.unitPrice',
    '2024-05-01,k-1,k-10,JPY,5400,p-1,2700',
    `2024-05-01,k-1,k-10,JPY,5400,p-2,${price}`,
    '2024-05-02,k-1,k-11,JPY,1080,p-3,1080',
  ];
  store.write('mended.csv', ...lines('27o0'));
  const first = await imported('orders', 'mended.csv');
  expect(first).toMatchObject({ code: 1, lines: [2, 3], told: { rows: 1 } });
  expect(first.because.get(2)).toContain('line 3');
  expect((await ordersOf('k-1')).map(({ id }) => id)).toEqual(['k-11']);
  store.write('mended.csv', ...lines('2700'));
  expect(await imported('orders', 'mended.csv')).toMatchObject({ code: 0, told: { rows: 2 } });
  expect((await ordersOf('k-1')).map(({ id }) => id)).toEqual(['k-10', 'k-11']);
  expect((await ownedBy('k-1')).sort()).toEqual(['p-1', 'p-2', 'p-3']);
});

test('rows of an order that stand apart are named, and none of it is told', async () => {
  const row = (order: string, product: string) => `2024-05-01,a-1,${order},JPY,5400,${product}`;
  const header = 'occurredAt,customer.id,order.id,order.currency,order.total,item.productId';
  store.write('apart.csv', header, row('a-10', 'p-1'), row('a-11', 'p-2'), row('a-10', 'p-3'));
  expect(await imported('orders', 'apart.csv')).toMatchObject({ code: 1, lines: [2, 4] });
  expect((await ordersOf('a-1')).map(({ id }) => id)).toEqual(['a-11']);
});

test('ids that a spreadsheet rounded, and one id of several people, are told line by line', async () => {
  store.write(
    'spreadsheet.csv',
    'customer.id,customer.email,customer.acceptsMarketing',
    '6.94E+12,a@example.com,yes',
    '6.94E+12,b@example.com,no',
    '6.94E+12,c@example.com,yes',
    'x-1,d@example.com,yes',
    'x-2,e@example.com,yes',
    'x-1,f@example.com,no',
    'x-2,E@Example.com,yes',
  );
  const told = await imported('customers', 'spreadsheet.csv');
  expect(told).toMatchObject({ code: 1, lines: [2, 3, 4, 5, 7] });
  expect(told.because.get(7)).toContain('several addresses');
  expect(await known('6.94E+12')).toBeUndefined();
  expect(await known('x-1')).toBeUndefined();
  expect((await known('x-2'))?.profile.email).toBeDefined();
});

test('a birthday or a zone that cannot be read is said, and the others are kept', async () => {
  store.write(
    'birthdays.csv',
    'customer.id,customer.birthday,customer.timeZone',
    'd-1,1985/03/05,Asia/Tokyo',
    'd-2,1985-3-5,',
    'd-3,19850305,',
    'd-4,1985-02-30,',
    'd-5,03/05/1985,',
    'd-6,,JST',
  );
  const told = await imported('customers', 'birthdays.csv');
  expect(told).toMatchObject({ code: 1, lines: [5, 6, 7] });
  expect(told.because.get(7)).toContain('customer.timeZone');
  for (const id of ['d-1', 'd-2', 'd-3']) expect((await known(id))?.profile.birthday).toBe('1985-03-05');
});
