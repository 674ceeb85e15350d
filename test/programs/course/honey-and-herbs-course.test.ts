import { expect, test } from 'vitest';
import { honeyAndHerbsCourse } from '../../../shared/programs/course/honey-and-herbs-course.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';
import { someone } from '../../support/store-wide.ts';

const noon = '2026-03-02T03:00:00Z'; // 12:00 in Tokyo

const word = (occurredAt: string, granted: boolean, topics: readonly string[] = ['course']) => ({
  eventId: `consent-${occurredAt}`,
  occurredAt,
  customer: someone(),
  consent: { channel: 'email', topics, granted, source: 'preference-page' },
});

async function storeWith(...words: ReturnType<typeof word>[]) {
  const store = storeInMemory({ startAt: noon, scenarios: [{ ...honeyAndHerbsCourse, enabled: true }] });
  for (const one of words) await store.put(store.event('ConsentChanged', one));
  return store;
}

test('who asks for it gets a letter each morning, all thirty-two, each with its own text', async () => {
  const store = await storeWith(word(noon, true));
  await store.pass({ days: 60 });
  const mails = store.world.mailer.mails;
  expect(mails).toHaveLength(32);
  expect(store.calendar('Asia/Tokyo').slice(0, 2)).toEqual([
    '2026-03-03 08:30 honey-and-herbs-course__letter',
    '2026-03-04 08:30 honey-and-herbs-course__letter',
  ]);
  expect(mails[0]?.subject).toBe('第1回｜はじめの一杯');
  expect(mails[31]?.subject).toBe('第32回｜これからの一杯');
  expect(new Set(mails.map((mail) => mail.text)).size).toBe(32);
  expect((await store.world.customers.load('c-1'))?.labels).toContain('honey-course');
});

test('a tick for marketing in general does not begin it', async () => {
  const store = await storeWith(word(noon, true, ['tips', 'news']));
  await store.pass({ days: 10 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('taking the course out of what she receives ends it at once', async () => {
  const store = await storeWith(word(noon, true));
  await store.pass({ days: 5 });
  await store.put(store.event('ConsentChanged', word('2026-03-07T03:00:00Z', false)));
  await store.pass({ days: 20 });
  expect(store.world.mailer.mails).toHaveLength(5);
});

test('who asks again after a pause begins anew', async () => {
  const store = await storeWith(word(noon, true));
  await store.pass({ days: 5 });
  await store.put(store.event('ConsentChanged', word('2026-03-07T03:00:00Z', false)));
  await store.pass({ days: 20 });
  await store.put(store.event('ConsentChanged', word('2026-03-27T03:00:00Z', true)));
  await store.pass({ days: 2 });
  expect(store.world.mailer.mails.at(5)?.subject).toBe('第1回｜はじめの一杯');
});

test('another change of consent leaves the letters alone', async () => {
  const store = await storeWith(word(noon, true));
  await store.pass({ days: 5 });
  await store.put(store.event('ConsentChanged', word('2026-03-07T03:00:00Z', false, ['offers'])));
  await store.pass({ days: 60 });
  expect(store.world.mailer.mails).toHaveLength(32);
});
