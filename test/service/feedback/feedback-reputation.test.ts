/** What comes back of a mail, told in any order and number: her address, her consent, her touchpoints end alike. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drainIntake } from '../../../infra/author/play/play-intake.ts';
import type { SentMail } from '../../../shared/memory/memory-mailer.ts';
import { loadTouchpoints, takeFeedback } from '../../../shared/service/feedback/feedback.ts';
import { parseSesEvent } from '../../../shared/service/feedback/ses-events.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { sesEnvelope } from '../../support/mail-service-events.ts';
import { everyShape } from '../../support/mail-service-shapes.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const start = '2026-03-02T03:30:00Z';

async function storeWithThanks() {
  const store = storeInMemory({ scenarios: twoScenarios, startAt: start });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
  await store.pass({ hours: 3 });
  return { store, mail: store.world.mailer.mails[0] as SentMail };
}

async function tell(store: StoreInMemory, envelopes: readonly object[]) {
  const events = envelopes.map(parseSesEvent).filter((event) => event !== undefined);
  const known = await loadTouchpoints(store.engine, events);
  for (const event of events) await takeFeedback(store.engine, event, known);
  await drainIntake(store);
}

const addressOf = async (store: StoreInMemory, email = 'hana@example.com') =>
  store.world.addresses.load(addressHash(await store.world.keys(), email));
const consentOf = async (store: StoreInMemory) => (await store.world.customers.load('c-1'))?.consent.all;

async function endOf(store: StoreInMemory) {
  const [address, consent, touchpoints] = await Promise.all([
    addressOf(store),
    consentOf(store),
    store.touchpoints('c-1'),
  ]);
  return { address, consent, feedback: touchpoints.map(({ feedback }) => feedback) };
}

test('every shape of event, told twice and in any order, ends as told once in order', async () => {
  const { store, mail } = await storeWithThanks();
  const shapes = everyShape(mail);
  await tell(store, shapes);
  const end = await endOf(store);
  expect(end.address).toMatchObject({ all: { because: 'complaint' } });
  expect(end.address?.strikes).toHaveLength(4);
  expect(end.consent).toMatchObject({ is: 'denied', source: 'complaint' });
  const twice = [...shapes.keys(), ...shapes.keys()];
  const anyOrder = fc.shuffledSubarray(twice, { minLength: twice.length });
  await fc.assert(
    fc.asyncProperty(anyOrder, fc.integer({ min: 1, max: 20 }), async (order, batch) => {
      const other = (await storeWithThanks()).store;
      for (let from = 0; from < order.length; from += batch) {
        const some = order.slice(from, from + batch);
        await tell(
          other,
          some.map((index) => shapes[index] as object),
        );
      }
      expect(await endOf(other)).toEqual(end);
    }),
    { numRuns: 25 },
  );
});

const soft = (mail: SentMail, timestamp: string, bounceSubType = 'MailboxFull') =>
  sesEnvelope('Email Bounced', mail, {
    bounce: {
      bounceType: 'Transient',
      bounceSubType,
      timestamp,
      bouncedRecipients: [{ emailAddress: 'Hana@example.com' }],
    },
  });

describe('an address whose mail keeps coming back', () => {
  const days = [1, 2, 3, 4, 5].map((day) => `2026-03-0${day}T03:00:00Z`);

  test('gets no marketing for a while, but what she is owed', async () => {
    const { store, mail } = await storeWithThanks();
    await store.pass('2026-03-05T03:00:00Z');
    for (const day of days) await tell(store, [soft(mail, day), soft(mail, day)]);
    await store.put(store.event('OrderPlaced', orderDetail('o-2', '2026-03-05T03:00:00Z')));
    await store.pass('2026-03-20T00:00:00Z');
    expect(store.world.mailer.mails.map(({ tags }) => tags.kind)).toEqual(['transactional', 'transactional']);
    const skipped = (await store.touchpoints('c-1')).filter(({ state }) => state === 'skipped');
    expect(new Set(skipped.map(({ because }) => because))).toEqual(new Set(['resting-address']));
  });

  test('gets marketing where the rest ends before the mail is too late', async () => {
    const { store, mail } = await storeWithThanks();
    // The first marketing mail is due on 14 March at 10:00 in Tokyo; the rest ends at 18:00.
    const before = [1, 2, 3, 4, 5].map((hour) => `2026-02-12T0${hour}:00:00Z`);
    for (const at of [...before.slice(0, 4), '2026-02-12T09:00:00Z']) await tell(store, [soft(mail, at)]);
    await store.pass('2026-03-15T23:00:00Z');
    expect(store.calendar('Asia/Tokyo')[1]).toMatch(/^2026-03-14 18:00/);
  });

  test('does not rest for mails that were refused for what they held', async () => {
    const { store, mail } = await storeWithThanks();
    for (const day of days) await tell(store, [soft(mail, day, 'MessageTooLarge')]);
    expect((await addressOf(store))?.strikes).toBeUndefined();
  });
});

describe('a complaint', () => {
  const complaint = (mail: SentMail, type = 'abuse') =>
    sesEnvelope('Email Complaint Received', mail, {
      complaint: {
        complaintFeedbackType: type,
        timestamp: '2026-03-02T05:00:00Z',
        complainedRecipients: [{ emailAddress: 'hana@example.com' }],
      },
    });
  const moved = (store: StoreInMemory) =>
    store.put(
      store.event('CustomerUpdated', {
        eventId: 'moved',
        occurredAt: '2026-03-03T00:00:00Z',
        customer: { id: 'c-1', email: 'hana@elsewhere.example', acceptsMarketing: true },
      }),
    );

  test('withdraws her consent, with proof, and stops the address', async () => {
    const { store, mail } = await storeWithThanks();
    await tell(store, [complaint(mail)]);
    expect(await consentOf(store)).toMatchObject({ is: 'denied', source: 'complaint' });
    const proof = await store.world.evidence.list('c-1');
    expect(proof.filter(({ source }) => source === 'complaint')).toMatchObject([{ granted: false }]);
    expect((await addressOf(store))?.all).toMatchObject({ because: 'complaint' });
  });

  test.each(['not-spam', 'auth-failure'])('is no complaint where the report says %s', async (type) => {
    const { store, mail } = await storeWithThanks();
    await tell(store, [complaint(mail, type)]);
    expect(await consentOf(store)).toMatchObject({ is: 'granted' });
    expect((await addressOf(store))?.all).toBeUndefined();
  });

  test('outlasts a new address for marketing, while what she is owed goes there', async () => {
    const { store, mail } = await storeWithThanks();
    await tell(store, [complaint(mail)]);
    await moved(store);
    await store.put(
      store.event(
        'OrderPlaced',
        orderDetail('o-2', '2026-03-03T01:00:00Z', {
          customer: { id: 'c-1', email: 'hana@elsewhere.example', acceptsMarketing: true },
        }),
      ),
    );
    await store.pass({ days: 60 });
    const later = store.world.mailer.mails.slice(1);
    expect(later.map(({ to, tags }) => `${tags.kind} ${to}`)).toEqual([
      'transactional hana@elsewhere.example',
    ]);
  });

  test('gives way to her own later word, at the new address alone', async () => {
    const { store, mail } = await storeWithThanks();
    await tell(store, [complaint(mail)]);
    await moved(store);
    await store.put(
      store.event('ConsentChanged', {
        eventId: 'again',
        occurredAt: '2026-03-03T02:00:00Z',
        customer: { id: 'c-1' },
        consent: { granted: true, source: 'preference-page' },
      }),
    );
    await store.pass('2026-03-15T23:00:00Z');
    expect(store.world.mailer.mails.at(-1)).toMatchObject({
      to: 'hana@elsewhere.example',
      lane: 'marketing',
    });
    expect((await addressOf(store))?.all).toMatchObject({ because: 'complaint' });
  });
});
