import { expect, test } from 'vitest';
import { hana, visitor } from './visitor.ts';

async function guest() {
  const her = visitor();
  await her.register();
  const booking = {
    id: 'b-7',
    name: 'Tea <evening>',
    startsAt: '2026-03-20T18:00:00+09:00',
    place: 'Kamakura',
  };
  const detail = { eventId: 'e-2', occurredAt: her.world.clock.now().toString(), customer: hana, booking };
  await her.put(her.event('BookingMade', detail));
  await her.later(1);
  return { ...her, page: await her.link('b', { purpose: 'booking', about: 'b-7' }) };
}

const toldOf = (her: Awaited<ReturnType<typeof guest>>) =>
  her.world.bus.published.filter(({ name }) => name.startsWith('Booking')).map(({ name }) => name);

test('the mail that confirms a booking leads to its page, and the page shows it', async () => {
  const her = await guest();
  const mail = her.world.mailer.mails.at(-1);
  const [, path] = /https:\/\/[^/"]+(\/b\/[\w.-]+)/.exec(mail?.html ?? '') ?? [];
  const before = her.stored();
  const { body, statusCode } = await her.get(path ?? '');
  expect(statusCode).toBe(200);
  expect(body).toContain('Tea &lt;evening&gt;');
  expect(body).toContain('2026年3月20日 18:00（日本標準時）');
  expect(her.stored()).toBe(before);
});

test('she says that she will come, and the store hears it under one id however often', async () => {
  const her = await guest();
  for (const _ of [1, 2]) {
    expect((await her.fill(her.page)).body).toContain('お越しをお待ちしております');
  }
  const confirmed = her.world.bus.published.filter(({ name }) => name === 'BookingConfirmed');
  expect(new Set(confirmed.map(({ id }) => id)).size).toBe(1);
});

test('she gives her place back: the store hears it, and no reminder comes', async () => {
  const her = await guest();
  const mails = her.world.mailer.mails.length;
  expect((await her.fill(her.page, {}, 1)).body).toContain('予約を取り消しました');
  expect(toldOf(her)).toEqual(['BookingCancelled']);
  await her.later(24 * 30);
  expect(her.world.mailer.mails).toHaveLength(mails);
  expect((await her.get(her.page)).body).not.toContain('<form');
  await her.post(her.page, [['do', 'cancel']]);
  expect(toldOf(her)).toEqual(['BookingCancelled']);
});

test('once it has begun, there is nothing left to press', async () => {
  const her = await guest();
  await her.later(24 * 19);
  expect((await her.get(her.page)).body).not.toContain('<form');
  await her.post(her.page, [['do', 'cancel']]);
  expect(toldOf(her)).toEqual([]);
});

test('a post that says neither shows the page and changes nothing', async () => {
  const her = await guest();
  const before = her.stored();
  expect((await her.post(her.page, [['List-Unsubscribe', 'One-Click']])).body).toContain('<form');
  expect([her.stored(), toldOf(her)]).toEqual([before, []]);
});
