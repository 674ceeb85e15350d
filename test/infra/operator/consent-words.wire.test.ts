/** Refusals as shops write them, put on the bus and imported over the wire: no marketing mail goes after them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FreeJson } from '../../support/free-json.ts';
import { type ImportingStore, importingStore } from './import/importing-store.ts';

const refusals: readonly (readonly [id: string, consent: object])[] = [
  ['topic-newsletter', { topics: ['newsletter'] }],
  ['email-topic', { topics: ['email'] }],
  ['news-spelled', { topics: ['tips, NEWS '] }],
  ['Email', { channel: 'Email' }],
  ['EMAIL', { channel: 'EMAIL' }],
  ['mail', { channel: 'mail' }],
  ['e-mail', { channel: 'e-mail' }],
  ['メール', { channel: 'メール' }],
  ['all', { channel: 'all' }],
  ['pigeon', { channel: 'pigeon' }],
];
const others: typeof refusals = [
  ['sms', { channel: 'SMS' }],
  ['offers-only', { topics: ['Offers'] }],
];

let store: ImportingStore;
beforeAll(async () => {
  store = await importingStore('2026-03-02T03:30:00Z');
});
afterAll(() => store?.stop());

const now = () => store.cloud.clock.now().toString();
const consentOf = async (id: string) =>
  (await store.get<{ customer: FreeJson }>(`customers/${encodeURIComponent(id)}`)).customer.consent;

test('C01, C02: whoever refuses in a shop’s own words gets no more of the welcome; whoever refused something else does', async () => {
  const everybody = [...refusals, ...others];
  for (const [n, [id]] of everybody.entries()) {
    const customer = { id, email: `c${n}@example.com`, acceptsMarketing: true };
    await store.put('CustomerRegistered', { eventId: `r-${n}`, occurredAt: now(), customer });
  }
  await store.cloud.clock.advance('PT1H');
  for (const [n, [id, said]] of everybody.entries()) {
    const consent = { granted: false, ...said };
    await store.put('ConsentChanged', { eventId: `d-${n}`, occurredAt: now(), customer: { id }, consent });
  }
  await store.cloud.clock.advance('P3D');
  const mails = await store.get<FreeJson[]>('mails');
  const gotten = (step: string) => mails.filter((mail) => mail.step === step).map((mail) => mail.customer);
  // Whoever is held out for comparison proves nothing.
  expect(gotten('hello').sort()).toEqual(everybody.map(([id]) => id).sort());
  expect(gotten('promise').sort()).toEqual(others.map(([id]) => id).sort());
  expect(await consentOf('sms')).toMatchObject({ all: { is: 'granted' }, 'sms:all': { is: 'denied' } });
});

test('a grant in a word that there is not lies among the dead letters, with the words that there are', async () => {
  const consent = { granted: true, topics: ['newsletter'] };
  await store.put('ConsentChanged', { eventId: 'g-1', occurredAt: now(), customer: { id: 'g-1' }, consent });
  await store.cloud.clock.advance('PT1M');
  const { out } = await store.ops('dlq', 'show', 'intake');
  expect(out).toContain('a grant has an unknown word in consent.topics; known: tips, offers, news');
  expect(out).not.toContain('newsletter');
});

test('C03, C04: an imported refusal of several topics is one of all of them, however they are listed', async () => {
  const lists = [
    '"tips, offers"',
    'tips、offers',
    'tips，offers',
    'tips;offers',
    'tips　offers',
    'Tips | Offers',
  ];
  const rows = lists.map((list, n) => `2026-03-01,i-${n},no,${list}`);
  store.write(
    'consents.csv',
    'occurredAt,customer.id,consent.granted,consent.topics',
    ...rows,
    '2026-03-01,i-9,yes,"tips, horoscope"',
    '2026-03-01,i-8,no,horoscope',
  );
  const { code, told } = await store.imported('consents', 'consents.csv');
  expect(code).toBe(1);
  expect(told.bad).toEqual([
    {
      line: 8,
      because: expect.stringContaining('a grant has an unknown word in consent.topics; known: tips, offers'),
    },
  ]);
  for (const n of lists.keys()) {
    expect(await consentOf(`i-${n}`)).toMatchObject({ tips: { is: 'denied' }, offers: { is: 'denied' } });
  }
  expect(await consentOf('i-8')).toMatchObject({ all: { is: 'denied', source: 'import' } });
});
