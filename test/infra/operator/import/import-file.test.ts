import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { importFile } from '../../../../infra/operator/import/import-file.ts';
import type { ImportKind } from '../../../../infra/operator/import/row-events.ts';
import { leadId } from '../../../../shared/service/saving/lead-id.ts';
import { storeInMemory } from '../../../support/store-in-memory.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'import-file-'));
afterAll(() => rmSync(folder, { recursive: true }));
const { engine } = storeInMemory({ startAt: '2026-11-30T03:30:00Z', scenarios: [] });

/** As a dry run: what would be told, and up to which lines an import that is stopped would go on. */
async function read(kind: ImportKind, name: string, lines: readonly string[], after = 0) {
  const file = path.join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  const done: [number, number][] = [];
  const options = { timeZone: 'Asia/Tokyo', decimal: false, dryRun: true, map: {}, kind, after };
  const told = await importFile(engine, file, {
    ...options,
    done: (line, taken) => void done.push([line, taken]),
  });
  return { ...told, done, lines: told.bad.map(({ line }) => line) };
}

test('an import that is stopped goes on before the first line that was left out', async () => {
  const people = Array.from({ length: 1200 }, (_, n) => `c-${n},1985-02-${n === 700 ? 30 : 28}`);
  const told = await read('customers', 'people.csv', ['customer.id,customer.birthday', ...people]);
  expect(told.lines).toEqual([702]);
  expect(told.done).toEqual([
    [501, 501],
    [1002, 701],
    [1201, 701],
  ]);
});

test('it goes on before the whole order that waits for a line', async () => {
  const rows = Array.from({ length: 600 }, (_, n) => [
    `2026-01-10,c-1,o-${n},JPY,${n === 3 ? 'much' : 1},p-1`,
    `2026-01-10,c-1,o-${n},JPY,${n === 2 ? 'much' : 1},p-2`,
  ]).flat();
  const header = 'occurredAt,customer.id,order.id,order.currency,order.total,item.productId';
  const told = await read('orders', 'orders.csv', [header, ...rows]);
  expect(told.lines).toEqual([6, 7, 8, 9]);
  expect(told.done.map(([, taken]) => taken)).toEqual([5, 5]);
});

test('a row with a cell too few leaves the orders beside it waiting', async () => {
  const row = (order: string) => `2026-01-10,c-1,${order},JPY,1,p-1`;
  const header = 'occurredAt,customer.id,order.id,order.currency,order.total,item.productId';
  const told = await read('orders', 'cells.csv', [header, row('o-1'), 'o-1,JPY', row('o-2'), row('o-3')]);
  expect(told).toMatchObject({ lines: [2, 3, 4], rows: 1 });
});

test('a line of JSON that is none leaves the orders that are whole beside it', async () => {
  const row = (order: string) =>
    `{"occurredAt":"2026-01-10","customer":{"id":"c-1"},"order":{"id":"${order}","currency":"JPY","total":1,"items":[]}}`;
  const told = await read('orders', 'orders.ndjson', [row('o-1'), '{"order":', row('o-2')]);
  expect(told).toMatchObject({ lines: [2], rows: 2 });
});

test('an object whose keys are no part of a path stays as it is', async () => {
  const row = '{"customer":{"id":"c-1","attributes":{"a.b":1,"c":{"d":2}}}}';
  expect(await read('customers', 'attributes.ndjson', [row])).toMatchObject({ lines: [], events: 1 });
});

test('an address in its own script and in ASCII is one, and two addresses of one customer are not', async () => {
  const people = ['c-1,hana@日本語.jp', 'c-1,HANA@xn--wgv71a119e.jp', 'c-2,mei@日本語.jp', 'c-2,mei@日本.jp'];
  const told = await read('customers', 'scripts.csv', ['customer.id,customer.email', ...people]);
  expect(told.lines).toEqual([4, 5]);
});

test('rows of one order may write its currency in either case', async () => {
  const header = 'occurredAt,customer.id,order.id,order.currency,order.total,item.productId';
  const row = (currency: string, product: string) => `2026-01-10,c-1,o-1,${currency},100,${product}`;
  const told = await read('orders', 'usd.csv', [
    header,
    row('usd', 'p-1'),
    row('USD', 'p-2'),
    row('usd', 'p-3'),
  ]);
  expect(told).toMatchObject({ lines: [], rows: 1 });
  const mixed = await read('orders', 'eur.csv', [header, row('usd', 'p-1'), row('eur', 'p-2')]);
  expect(mixed.lines).not.toEqual([]);
});

test('one address in several spellings is one: with a name before it, in full width, in capitals', async () => {
  const spelled = ['a@x.jp', 'Mei <a@x.jp>', '"Mei, K." <A@X.jp>', 'mailto:a@x.jp', 'ａ@x.jp'];
  const people = spelled.map((email) => `c-1,"${email.replaceAll('"', '""')}"`);
  const header = 'customer.id,customer.email';
  expect((await read('customers', 'one.csv', [header, ...people])).lines).toEqual([]);
  expect((await read('customers', 'two.csv', [header, ...people, 'c-1,Mei <b@x.jp>'])).lines).toHaveLength(6);
});

test('rows without a customer id are those of the guest whose address they name', async () => {
  const { engine: taking, world } = storeInMemory({ startAt: '2026-11-30T03:30:00Z', scenarios: [] });
  const header = '注文日,会員ID,メール,order.id,order.currency,order.total,item.productId,item.name';
  const map = { occurredAt: '注文日', 'customer.id': '会員ID', 'customer.email': 'メール' };
  const columns = header.split(',').map((name) => [name, name]);
  const file = path.join(folder, 'guests.csv');
  const rows = [
    '2026-11-10,,mei@example.com,o-1,JPY,5400,p-1,茶',
    ',,,,,,p-2,碗',
    '2026-11-12,,MEI@example.com,o-2,JPY,5400,p-1,茶',
    '2026-11-12,7,yuki@example.com,o-3,JPY,5400,p-1,茶',
    '2026-11-13,,,o-4,JPY,5400,p-1,茶',
  ];
  writeFileSync(file, `${[header, ...rows].join('\n')}\n`);
  const told = await importFile(taking, file, {
    kind: 'orders',
    map: { ...Object.fromEntries(columns.filter(([name]) => /\./.test(String(name)))), ...map },
    after: 0,
    timeZone: 'Asia/Tokyo',
    decimal: false,
    dryRun: false,
    done: () => {},
  });
  expect(told.bad).toEqual([{ line: 6, because: expect.stringContaining('for a guest customer.email') }]);
  const lead = leadId({ keys: await world.keys(), store: 'mori' }, 'mei@example.com');
  expect(world.records.ids().toSorted()).toEqual(['7', lead]);
  expect((await world.customers.load(lead))?.orders.map(({ id }) => id)).toEqual(['o-1', 'o-2']);
  expect((await world.customers.load(lead))?.owned.map(({ productId }) => productId)).toEqual(['p-2', 'p-1']);
});

test('a guest’s tick in a file of customers is an imported consent of hers', async () => {
  const { engine: taking, world } = storeInMemory({ startAt: '2026-11-30T03:30:00Z', scenarios: [] });
  const file = path.join(folder, 'ticks.csv');
  writeFileSync(file, 'customer.email,customer.acceptsMarketing\nmei@example.com,yes\n');
  const options = { timeZone: 'Asia/Tokyo', decimal: false, map: {}, after: 0, done: () => {} };
  expect((await importFile(taking, file, { ...options, kind: 'customers', dryRun: false })).bad).toEqual([]);
  const lead = leadId({ keys: await world.keys(), store: 'mori' }, 'mei@example.com');
  expect((await world.customers.load(lead))?.consent.all).toMatchObject({ is: 'granted', source: 'import' });
});

test('C03, C04: what a file of customers says of consent is taken, none of it is lost', async () => {
  const { engine: taking, world } = storeInMemory({ startAt: '2026-11-30T03:30:00Z', scenarios: [] });
  const file = path.join(folder, 'consent-columns.csv');
  const rows = [
    'customer.id,customer.email,customer.acceptsMarketing,consent.granted,consent.topics',
    'c-1,c1@example.com,,no,"tips, offers"',
    'c-2,c2@example.com,,no,tips、offers',
    'c-3,c3@example.com,no,no,',
    'c-4,c4@example.com,,no,newsletter',
    'c-5,c5@example.com,,yes,newsletter',
    'c-6,c6@example.com,yes,no,',
    'c-7,c7@example.com,,,tips',
    'c-8,c8@example.com,,yes,tips',
    'c-9,c9@example.com,,,',
  ];
  writeFileSync(file, `${rows.join('\n')}\n`);
  const options = { timeZone: 'Asia/Tokyo', decimal: false, map: {}, after: 0, done: () => {} };
  const told = await importFile(taking, file, { ...options, kind: 'customers', dryRun: false });
  expect(told.bad.map(({ line }) => line)).toEqual([6, 7, 8]);
  const consent = async (id: string) => {
    const known = Object.entries((await world.customers.load(id))?.consent ?? {});
    return known.map(([topic, { is }]) => `${topic} ${is}`).toSorted();
  };
  expect(await consent('c-1')).toEqual(['offers denied', 'tips denied']);
  expect(await consent('c-2')).toEqual(['offers denied', 'tips denied']);
  expect(await consent('c-3')).toEqual(['all denied']);
  expect(await consent('c-4')).toEqual(['all denied']);
  expect(await consent('c-8')).toEqual(['tips granted']);
  expect(await consent('c-9')).toEqual([]);
});

test('consent in a file of orders is told to stand in the wrong file', async () => {
  const header = 'occurredAt,customer.id,order.id,order.currency,order.total,consent.granted';
  const told = await read('orders', 'consent.csv', [
    header,
    '2026-01-10,c-1,o-1,JPY,1,no',
    '2026-01-10,c-1,o-2,JPY,1,',
  ]);
  expect(told.bad).toEqual([{ line: 2, because: expect.stringContaining('consents') }]);
});
