import { expect, test } from 'vitest';
import { hana, visitor } from './visitor.ts';

async function reader(more: Record<string, unknown> = {}) {
  const her = visitor();
  await her.register({ acceptsMarketing: true, ...more });
  await her.later(1);
  return { ...her, page: await her.link('p', { purpose: 'preferences' }) };
}

test('the page shows what she receives, and looking changes nothing', async () => {
  const her = await reader();
  const before = her.stored();
  for (const method of ['GET', 'HEAD']) expect((await her.request(method, her.page)).statusCode).toBe(200);
  const { body } = await her.get(her.page);
  for (const topic of ['tips', 'offers', 'news', 'surveys', 'events']) {
    expect(body).toContain(`name="topic" value="${topic}" checked`);
  }
  expect(body).toContain('name="topic" value="course">');
  expect(body).toContain('name="often" value="all" checked');
  expect(her.stored()).toBe(before);
});

test('the page tells nobody her address, name or birthday', async () => {
  const her = await reader({ birthday: '1990-04-30' });
  const { body } = await her.get(her.page);
  expect(body).not.toMatch(/hana|1990|04-30/i);
  expect(body).toContain('すでに伺っています');
});

test('a form sent as it stood changes nothing', async () => {
  const her = await reader();
  const before = await her.person();
  await her.fill(her.page);
  expect(await her.person()).toEqual(before);
});

test('a topic taken out is denied, and only that; its proof names the wording', async () => {
  const her = await reader();
  const { body } = await her.fill(her.page, { topic: ['tips', 'news', 'surveys', 'events'] });
  expect(body).toContain('role="status"');
  const { consent } = (await her.person()) ?? {};
  expect(consent?.offers).toMatchObject({ is: 'denied', source: 'preference-page' });
  expect(consent?.all?.is).toBe('granted');
  const proofs = await her.world.evidence.list(hana.id);
  expect(proofs).toContainEqual(
    expect.objectContaining({ topics: ['offers'], granted: false, wording: 'preferences-1' }),
  );
});

test('a series is asked for by its name', async () => {
  const her = await reader();
  await her.fill(her.page, { topic: ['tips', 'offers', 'news', 'surveys', 'events', 'course'] });
  expect((await her.person())?.consent.course).toMatchObject({ is: 'granted' });
});

test('a form that was opened before she unsubscribed brings nothing back', async () => {
  const her = await reader();
  const stale = 'tips offers news surveys events';
  await her.post(await her.link('u', { purpose: 'unsubscribe' }), []);
  const fields = stale.split(' ').map((topic) => ['topic', topic] as const);
  await her.post(her.page, [['save', 'preferences'], ['had', stale], ...fields]);
  const { consent } = (await her.person()) ?? {};
  expect(Object.values(consent ?? {}).map((state) => state?.is)).toEqual(['denied']);
});

test('whoever had ended everything can ask for a topic again', async () => {
  const her = await reader();
  await her.post(await her.link('u', { purpose: 'unsubscribe' }), []);
  await her.later(1);
  await her.fill(her.page, { topic: ['tips'] });
  expect((await her.person())?.consent.tips).toMatchObject({ is: 'granted', source: 'preference-page' });
});

test('frequency, pause, language, interests and values are kept', async () => {
  const her = await reader();
  const answer = await her.fill(her.page, {
    often: 'weekly',
    locale: 'en',
    birthday: '1990-04-30',
    interests: ['tea', 'herbs'],
    values: ['origin'],
  });
  expect(answer.headers['content-language']).toBe('en');
  const person = await her.person();
  expect(person?.wishes).toMatchObject({ frequency: 'weekly' });
  expect(person?.profile).toMatchObject({
    locale: 'en',
    birthday: '1990-04-30',
    attributes: { interests: ['tea', 'herbs'], values: ['origin'] },
  });
  await her.later(1);
  await her.fill(her.page, { often: 'pause', pause: '30' });
  expect(String((await her.person())?.wishes?.pausedUntil)).toBe('2026-04-01T05:00:00Z');
  const { body } = await her.get(her.page);
  expect(body).toContain('value="keep" selected');
  await her.later(1);
  await her.fill(her.page, { often: 'all' });
  const { wishes } = (await her.person()) ?? {};
  expect([wishes?.frequency, wishes?.pausedUntil]).toEqual(['all', undefined]);
});

test('a birthday that cannot be is said to be wrong, and the rest is saved', async () => {
  const her = await reader();
  for (const birthday of ['2031-01-01', '30 April', '1990-02-30', '1066-10-14']) {
    const { body } = await her.fill(her.page, { birthday });
    expect(body).toContain('読み取れませんでした');
  }
  expect((await her.person())?.profile.birthday).toBeUndefined();
});

test('nothing any more ends all marketing to her and to her address', async () => {
  const her = await reader();
  const { body } = await her.fill(her.page, {}, 1);
  expect(body).toContain('すべてのお知らせを止めました');
  expect((await her.person())?.consent.all).toMatchObject({ is: 'denied', source: 'preference-page' });
});

test.each([[[['List-Unsubscribe', 'One-Click']]], [[]], [[['topic', 'tips']]]] as const)(
  'a post that is not of the form (%#) changes nothing',
  async (fields) => {
    const her = await reader();
    const before = her.stored();
    expect((await her.post(her.page, fields)).statusCode).toBe(200);
    expect(her.stored()).toBe(before);
  },
);

test('a link of somebody nobody knows any more makes no record', async () => {
  const her = visitor();
  const page = await her.link('p', { purpose: 'preferences', customer: 'c-9' });
  expect((await her.get(page)).statusCode).toBe(410);
  await her.post(page, [['save', 'nothing']]);
  await her.post(page, [
    ['save', 'preferences'],
    ['topic', 'tips'],
  ]);
  expect(her.world.records.ids()).toEqual([]);
});

test('what is longer than a form can be is not acted on', async () => {
  const her = await reader();
  const before = her.stored();
  const { statusCode } = await her.fill(her.page, { often: 'weekly', birthday: 'x'.repeat(17_000) });
  expect(statusCode).toBe(413);
  expect(her.stored()).toBe(before);
});

test('a link made before her record became part of another works on the one that stays', async () => {
  const her = await reader();
  const occurredAt = her.world.clock.now().toString();
  const merge = { from: hana.id, to: 'c-2' };
  await her.put(her.event('CustomerMerged', { eventId: 'm-1', occurredAt, customer: { id: 'c-2' }, merge }));
  await her.later(1);
  await her.fill(her.page, { often: 'weekly' });
  await her.post(await her.link('u', { purpose: 'unsubscribe' }), []);
  const now = await her.world.customers.load('c-2');
  expect([now?.wishes?.frequency, now?.consent.all?.is]).toEqual(['weekly', 'denied']);
});
