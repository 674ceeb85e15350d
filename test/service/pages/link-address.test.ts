/** A link speaks for whoever reads the address it went to: once her address is another, it takes back and grants nothing. */
import { expect, test } from 'vitest';
import { hana, visitor } from './visitor.ts';

type Her = ReturnType<typeof visitor>;
const linkIn = (her: Her, room: string) =>
  new RegExp(`/${room}/[\\w.-]+`).exec(her.world.mailer.mails.at(-1)?.html ?? '')?.[0] ?? '';
const tips = async (her: Her) => (await her.person())?.consent.tips?.is;

async function move(her: Her, email: string) {
  const occurredAt = her.world.clock.now().toString();
  await her.put(
    her.event('CustomerUpdated', { eventId: email, occurredAt, customer: { id: hana.id, email } }),
  );
  await her.later(1);
}

test('the link of the asking mail confirms nothing for an address that came later', async () => {
  const her = visitor();
  await her.register();
  await her.fill('/join', { email: hana.email, topic: ['tips'] });
  await her.later(1);
  const path = linkIn(her, 'c');
  await move(her, 'mallory@example.com');
  for (const method of ['GET', 'POST']) {
    const { statusCode, body } = await her.request(method, path, [['confirm', 'yes']]);
    expect(statusCode).toBe(410);
    expect(body).not.toContain('<form');
  }
  expect(await tips(her)).toBe('pending');
  await move(her, ` ${hana.email.toUpperCase()}`);
  await her.fill(path);
  expect(await tips(her)).toBe('granted');
});

test('a link without the mark of an address confirms nothing', async () => {
  const her = visitor();
  await her.register();
  await her.fill('/join', { email: hana.email, topic: ['tips'] });
  const path = await her.link('c', { purpose: 'confirm', about: undefined });
  expect((await her.post(path, [['confirm', 'yes']])).statusCode).toBe(410);
  expect(await tips(her)).toBe('pending');
});

test.each(['p', 'u', 'c'] as const)(
  'preferences reached by an old address’s link (%s) take topics away and give none, and say so',
  async (room) => {
    const her = visitor();
    await her.register({ acceptsMarketing: true });
    await her.later(1);
    const path = await pageBy(her, room);
    await move(her, 'new@example.com');
    await her.fill(path, { topic: ['news'] });
    expect(await tips(her)).toBe('denied');
    await her.later(1);
    const { body } = await her.fill(path, { topic: ['news', 'tips'] });
    expect(body).toContain('以前のアドレス');
    expect(await tips(her)).toBe('denied');
    await her.fill(path, {}, 1);
    expect((await her.person())?.consent.all?.is).toBe('denied');
  },
);

/** Her preference page by its own link, or by the one that stands on another page. */
async function pageBy(her: Her, room: 'p' | 'u' | 'c'): Promise<string> {
  if (room === 'p') return her.link('p', { purpose: 'preferences' });
  const purpose = room === 'u' ? 'unsubscribe' : 'confirm';
  const { body } = await her.get(await her.link(room, { purpose }));
  return /\/p\/[\w.-]+/.exec(body)?.[0] ?? '';
}

test('the preference link of a mail to her present address grants', async () => {
  const her = visitor();
  await her.register();
  await her.fill(await her.link('p', { purpose: 'preferences' }), { topic: ['tips'] });
  expect(await tips(her)).toBe('granted');
});
