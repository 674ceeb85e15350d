import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addressMark } from '../../../shared/service/saving/address-hash.ts';
import { hana, visitor } from './visitor.ts';

const yuki = { email: 'Yuki@Example.com', name: 'Yuki', topic: ['tips', 'news'] };
const newcomer = (her: ReturnType<typeof visitor>) =>
  her.world.records.ids().find((id) => id !== hana.id) ?? '';

test('looking at the page makes no record', async () => {
  const her = visitor();
  for (const method of ['GET', 'HEAD']) {
    expect((await her.request(method, '/join?from=footer')).statusCode).toBe(200);
  }
  expect(her.world.records.ids()).toEqual([]);
});

test('a sign-up makes a customer with the consent she asked for, its source and its wording', async () => {
  const her = visitor();
  await her.fill('/join?from=footer', yuki);
  const id = newcomer(her);
  expect(id).toMatch(/^lead-[\w-]{32}$/);
  const person = await her.world.customers.load(id);
  expect(person?.profile).toMatchObject({
    email: 'Yuki@Example.com',
    name: 'Yuki',
    locale: 'ja',
    source: 'sign-up:footer',
  });
  expect(person?.consent).toMatchObject({ tips: { is: 'pending', source: 'sign-up' } });
  expect(person?.consent.offers).toBeUndefined();
  expect(await her.world.evidence.list(id)).toContainEqual(expect.objectContaining({ wording: 'sign-up-1' }));
});

test.each([
  [
    ['Tips', 'ｎｅｗｓ '],
    ['news', 'tips'],
  ],
  [['tips、offers'], ['offers', 'tips']],
  [['course'], ['course']],
  [['all'], ['all']],
  [[''], ['all']],
])('a form of the store’s own that asks for %j gets a sign-up for %j', async (topic, about) => {
  const her = visitor();
  await her.fill('/join', { ...yuki, topic });
  const { consent = {} } = (await her.world.customers.load(newcomer(her))) ?? {};
  expect(Object.keys(consent).sort()).toEqual(about);
});

test('a form that asks for what there is not signs nobody up, for everything least of all', async () => {
  const her = visitor();
  for (const topic of [['newsletter'], ['tips', 'newsletter'], ['tips; sms']]) {
    const { statusCode, body } = await her.fill('/join', { ...yuki, topic });
    expect([statusCode, body]).toEqual([422, expect.stringContaining('もう一度お選びください')]);
  }
  expect(her.world.records.ids()).toEqual([]);
});

test('the same address twice, in whatever case, is one customer', async () => {
  const her = visitor();
  await her.fill('/join', yuki);
  await her.later(1);
  await her.fill('/join', { ...yuki, email: 'yuki@example.COM', name: 'Mallory' });
  expect(her.world.records.ids()).toHaveLength(1);
  expect((await her.world.customers.load(newcomer(her)))?.profile.name).toBe('Yuki');
});

test('however her address is written, she is one customer, and it is kept as it is mailed', async () => {
  const her = visitor();
  const spellings = [
    'hana@日本語.jp',
    'Yuki <hana@xn--wgv71a119e.jp>',
    'ＨＡＮＡ＠日本語．ｊｐ',
    'mailto:hana@日本語.jp',
  ];
  for (const email of spellings) {
    await her.fill('/join', { ...yuki, email });
    await her.later(1);
  }
  expect(her.world.records.ids()).toHaveLength(1);
  expect((await her.world.customers.load(newcomer(her)))?.profile.email).toBe('hana@xn--wgv71a119e.jp');
});

test('a customer known by her address is asked, and keeps her profile; the page says the same', async () => {
  const her = visitor();
  await her.register();
  await her.later(1);
  const known = await her.fill('/join', { ...yuki, email: hana.email });
  const unknown = await her.fill('/join', yuki);
  expect(known).toEqual(unknown);
  const person = await her.person();
  expect(person?.profile).toMatchObject({ name: 'Hana', email: hana.email });
  expect(person?.consent.tips).toMatchObject({ is: 'pending', source: 'sign-up' });
});

test('a sign-up leaves what she had granted as it is', async () => {
  const her = visitor();
  await her.register({ acceptsMarketing: true });
  await her.later(1);
  await her.fill('/join', { ...yuki, email: hana.email });
  const { consent } = (await her.person()) ?? {};
  expect([consent?.tips?.is, consent?.all?.is]).toEqual(['granted', 'granted']);
});

test('nobody else can undo her no: she is asked by mail first, and the page does not tell', async () => {
  const her = visitor();
  await her.register({ acceptsMarketing: true });
  await her.post(await her.link('u', { purpose: 'unsubscribe' }), []);
  await her.later(1);
  const answer = await her.fill('/join', { ...yuki, email: hana.email });
  expect(answer).toEqual(await her.fill('/join', yuki));
  expect((await her.person())?.consent.tips?.is).toBe('pending');
  await her.later(1);
  expect(her.world.mailer.mails.map(({ to }) => to)).toContain(hana.email);
  expect(her.calendar('Asia/Tokyo').join()).toContain('confirm-opt-in__confirm');
});

test('a robot that fills in every field sees the same page, and nothing happens', async () => {
  const her = visitor();
  const robot = await her.fill('/join', { ...yuki, website: 'https://spam.example' });
  expect(her.world.records.ids()).toEqual([]);
  expect(robot).toEqual(await her.fill('/join', yuki));
});

test.each([
  '',
  'yuki',
  '花子@example.com',
  `${'x'.repeat(65)}@example.com`,
  'yuki@',
  'a@b',
  'yuki@example.com, other@example.com',
  'a..b@example.com',
  '"<x>"@y',
])('an address that cannot be (%j) is asked for again', async (email) => {
  const her = visitor();
  const { statusCode, body } = await her.fill('/join', { ...yuki, email, name: '<b>' });
  expect(statusCode).toBe(422);
  expect(body).toContain('value="&lt;b&gt;"');
  expect(her.world.records.ids()).toEqual([]);
});

test('whatever the setting, a mail asks first; her press confirms, a look does not, and then letters may come', async () => {
  const her = visitor({ doubleOptIn: 'none' });
  const { body } = await her.fill('/join', yuki);
  expect(body).toContain('確認のメール');
  const consent = async () => (await her.world.customers.load(newcomer(her)))?.consent.tips?.is;
  expect(await consent()).toBe('pending');
  await her.later(1);
  const [mail, ...others] = her.world.mailer.mails;
  expect(others).toEqual([]);
  const [, path = ''] = /https:\/\/[^/"]+(\/c\/[\w.-]+)/.exec(mail?.html ?? '') ?? [];
  expect((await her.get(path)).body).toContain('<form');
  await her.post(path, []);
  expect(await consent()).toBe('pending');
  await her.fill(path);
  expect(await consent()).toBe('granted');
  expect((await her.get(path)).body).not.toContain('<form');
});

test('the link of the asking mail opens nothing after its time, and says so', async () => {
  const her = visitor({ doubleOptIn: 'all' });
  await her.fill('/join', yuki);
  const expiresAt = her.world.clock.now().add(Temporal.Duration.from({ hours: 24 }));
  const about = addressMark(await her.world.keys(), yuki.email);
  const link = await her.link('c', { purpose: 'confirm', customer: newcomer(her), about, expiresAt });
  expect((await her.get(link)).statusCode).toBe(200);
  await her.later(24);
  for (const method of ['GET', 'POST']) {
    const { statusCode, body } = await her.request(method, link, [['confirm', 'yes']]);
    expect(statusCode).toBe(410);
    expect(body).toContain('期限');
    expect(body).not.toMatch(/yuki/i);
  }
});
