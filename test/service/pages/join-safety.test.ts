/** Anybody may type anybody's address into the sign-up: what its reader has refused stays refused until she confirms. */
import { expect, test } from 'vitest';
import type { EventName } from '../../../shared/core/events/event-catalogue.ts';
import { consentFor } from '../../../shared/core/facts/consent-question.ts';
import { topics } from '../../../shared/core/values/topic.ts';
import { eraseCustomer } from '../../../shared/service/rights/erase-customer.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { hana, visitor } from './visitor.ts';

type Her = ReturnType<typeof visitor>;
const form = { email: hana.email, name: 'Mallory' };
const states = async (her: Her, id = hana.id) =>
  Object.fromEntries(
    Object.entries((await her.world.customers.load(id))?.consent ?? {}).map(([key, state]) => [
      key,
      state.is,
    ]),
  );

async function joinTimes(her: Her, times: number, more: Record<string, string | readonly string[]> = {}) {
  for (let n = 0; n < times; n += 1) {
    await her.fill('/join', { ...form, ...more });
    await her.later(1);
  }
}

async function say(her: Her, detail: Record<string, unknown>, name: EventName = 'ConsentChanged') {
  const occurredAt = her.world.clock.now().toString();
  const eventId = `said-${JSON.stringify(detail)}`;
  await her.put(her.event(name, { eventId, occurredAt, customer: { id: hana.id }, ...detail }));
  await her.later(1);
}

/** The path of the newest mail's link into a room. */
const linkIn = (her: Her, room: string) =>
  new RegExp(`/${room}/[\\w.-]+`).exec(her.world.mailer.mails.at(-1)?.html ?? '')?.[0] ?? '';

test.each(['storefront', 'untick', 'preferences', 'one-click'])(
  'a refusal by %s outlasts any number of sign-ups by strangers',
  async (how) => {
    const her = visitor();
    await her.register({ acceptsMarketing: true });
    await her.later(1);
    if (how === 'storefront') await say(her, { consent: { granted: false } });
    if (how === 'untick')
      await say(her, { customer: { id: hana.id, acceptsMarketing: false } }, 'CustomerUpdated');
    if (how === 'preferences') await her.fill(await her.link('p', { purpose: 'preferences' }), { topic: [] });
    if (how === 'one-click') await her.post(await her.link('u', { purpose: 'unsubscribe' }), []);
    await her.later(1);
    await joinTimes(her, 3);
    await joinTimes(her, 2, { topic: ['tips'] });
    await joinTimes(her, 1);
    const { consent = {} } = (await her.person()) ?? {};
    expect(topics.filter((topic) => consentFor(consent, topic)?.is === 'granted')).toEqual([]);
  },
);

test('an address that said no under another id must confirm anew, topic by topic, though this id had granted', async () => {
  const her = visitor();
  await her.register({ acceptsMarketing: true });
  const key = addressHash(await her.world.keys(), hana.email);
  await her.later(1);
  const at = her.world.clock.now();
  await her.world.addresses.suppress(key, 'marketing', { because: 'unsubscribed', at });
  await her.later(1);
  await joinTimes(her, 2, { topic: ['tips'] });
  expect(await states(her)).toMatchObject({ tips: 'pending', all: 'granted' });
  await her.fill(linkIn(her, 'c'));
  expect(await states(her)).toMatchObject({ tips: 'granted' });
  await her.later(1);
  await joinTimes(her, 1, { topic: ['tips', 'offers'] });
  expect(await states(her)).toMatchObject({ tips: 'granted', offers: 'pending' });
});

test('who was erased can sign up again, as somebody new each time', async () => {
  const her = visitor();
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    await joinTimes(her, 1);
    const [id = ''] = her.world.records.ids();
    expect(await states(her, id)).toEqual({ all: 'pending' });
    ids.push(id);
    await eraseCustomer(her.engine, id, { at: her.world.clock.now(), by: 'test' });
    await her.later(1);
  }
  expect(new Set(ids).size).toBe(3);
});

test('a sign-up with an address she has left writes nothing into her record', async () => {
  const her = visitor();
  await joinTimes(her, 1);
  const [id = ''] = her.world.records.ids();
  const occurredAt = her.world.clock.now().toString();
  const customer = { id, email: 'new@example.com' };
  await her.put(her.event('CustomerUpdated', { eventId: 'moved', occurredAt, customer }));
  await her.later(1);
  await joinTimes(her, 1);
  expect((await her.world.customers.load(id))?.profile.email).toBe('new@example.com');
  expect(her.world.records.ids()).toHaveLength(2);
});

test('who opens an account with her address later, under whatever id, has not her sign-up', async () => {
  const her = visitor();
  await her.register({ acceptsMarketing: false });
  await her.later(1);
  await say(her, { customer: { id: 'a-0', email: hana.email } }, 'CustomerRegistered');
  await joinTimes(her, 1, { topic: ['tips'] });
  expect([(await states(her)).tips, await states(her, 'a-0')]).toEqual(['pending', {}]);
});
