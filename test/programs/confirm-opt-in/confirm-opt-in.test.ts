/** Double opt-in on a calendar: one mail that asks, more where she asks again, and nothing else before she confirms. */
import { expect, test } from 'vitest';
import { confirmOptIn } from '../../../shared/programs/confirm-opt-in/confirm-opt-in.ts';
import { welcome } from '../../../shared/programs/welcome/welcome.ts';
import { withdrawAll } from '../../../shared/service/feedback/unsubscribe.ts';
import { openLink } from '../../../shared/service/rendering/link-token.ts';
import { evidenceEnds } from '../../../shared/service/rights/end-evidence.ts';
import { type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';
import { someone } from '../../support/store-wide.ts';

const noon = '2026-03-02T03:00:00Z'; // 12:00 in Tokyo
const openStore = (settings = {}) =>
  storeInMemory({
    startAt: noon,
    scenarios: [confirmOptIn, welcome],
    settings: { doubleOptIn: 'all', ...settings },
  });

let words = 0;
async function say(store: StoreInMemory, granted: boolean, source: string) {
  const { acceptsMarketing: _, ...customer } = someone();
  const occurredAt = store.world.clock.now().toString();
  const consent = { granted, source, wording: 'sign-up-1' };
  words += 1;
  await store.put(store.event('ConsentChanged', { eventId: `word-${words}`, occurredAt, customer, consent }));
}
const signUp = (store: StoreInMemory) => say(store, true, 'sign-up');
const asked = (store: StoreInMemory) =>
  store.calendar('Asia/Tokyo').filter((line) => line.includes('confirm-opt-in'));

test('who signs up is asked at once, and nothing else goes while she does not answer', async () => {
  const store = openStore();
  await signUp(store);
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-03-02 12:00 confirm-opt-in__confirm']);
  expect(store.failures).toEqual([]);
});

test('who confirms is welcomed, and is asked no more', async () => {
  const store = openStore();
  await signUp(store);
  await store.pass({ hours: 2 });
  await say(store, true, 'double-opt-in');
  await store.pass({ days: 3 });
  const [first, second] = store.calendar('Asia/Tokyo');
  expect(first).toBe('2026-03-02 12:00 confirm-opt-in__confirm');
  expect(second).toContain('welcome__');
  await signUp(store);
  await store.pass({ days: 3 });
  expect(asked(store)).toHaveLength(1);
});

test('who signs up again gets another mail, and at most three in a week', async () => {
  const store = openStore();
  for (let n = 0; n < 8; n += 1) {
    await signUp(store);
    await store.pass({ hours: 20 });
  }
  expect(asked(store)).toEqual([
    '2026-03-02 12:00 confirm-opt-in__confirm',
    '2026-03-03 08:00 confirm-opt-in__confirm',
    '2026-03-04 04:00 confirm-opt-in__confirm',
  ]);
  await store.pass({ days: 7 });
  await signUp(store);
  await store.pass({ hours: 1 });
  expect(asked(store)).toHaveLength(4);
});

test.each([
  [[0, 0, 0, 0], 1],
  [[0, 1, 9], 1],
  [[0, 11], 2],
  [[0, 11, 12, 13], 2],
  [[0, 11, 22, 33, 44], 3],
])(
  'who presses again within ten minutes of a mail is not asked again: after %j minutes',
  async (at, mails) => {
    const store = openStore();
    for (const minute of at) {
      await store.pass(`2026-03-02T03:${String(minute).padStart(2, '0')}:00Z`);
      await signUp(store);
    }
    await store.pass({ hours: 5 });
    expect(asked(store)).toHaveLength(mails);
  },
);

test('years later she may still ask again', async () => {
  const store = openStore();
  await signUp(store);
  await store.pass({ days: 800 });
  await signUp(store);
  await store.pass({ hours: 1 });
  expect(asked(store)).toHaveLength(2);
});

test('the link of the mail is hers, and opens for seven days', async () => {
  const store = openStore();
  await signUp(store);
  await store.pass({ hours: 1 });
  const [, token = ''] = /\/c\/([\w.-]+)/.exec(store.world.mailer.mails[0]?.text ?? '') ?? [];
  const keys = await store.world.keys();
  const now = store.world.clock.now();
  const at = (hours: number) => openLink(keys, token, 'confirm', now.add({ hours })).is;
  expect(openLink(keys, token, 'confirm', now)).toMatchObject({ claims: { customer: 'c-1' } });
  expect([at(24 * 7 - 2), at(24 * 7)]).toEqual(['good', 'expired']);
});

test('nothing a stranger may have typed but the address itself is in the mail', async () => {
  const store = openStore();
  await signUp(store);
  await store.pass({ hours: 1 });
  const [mail] = store.world.mailer.mails;
  expect([mail?.subject, mail?.text, mail?.html].join()).not.toContain('Hana');
});

test('without the setting nobody is asked', async () => {
  const store = openStore({ doubleOptIn: 'none' });
  await signUp(store);
  await store.pass({ days: 3 });
  expect(asked(store)).toEqual([]);
});

test.each(['preference-page', 'one-click'])(
  'a withdrawal by %s, between a timer and its mail, keeps the mail back',
  async (source) => {
    const store = openStore({ doubleOptIn: 'none' });
    await signUp(store);
    await store.pass({ hours: 1 });
    const before = store.calendar('Asia/Tokyo').length;
    const [timer] = store.world.timers.pending();
    if (source === 'one-click') await withdrawAll(store.engine, 'c-1', source);
    else await say(store, false, source);
    await store.pass(timer?.due.add({ minutes: 1 }).toString() ?? '');
    const touches = await store.touchpoints('c-1');
    expect(touches.map(({ because }) => because)).toContain(
      source === 'one-click' ? 'suppressed' : 'no-consent',
    );
    await store.pass({ days: 30 });
    expect(store.calendar('Asia/Tokyo')).toHaveLength(before);
    expect(before).toBe(1);
  },
);

test('proofs stay while consent stands, and three years beyond its end', async () => {
  const store = openStore();
  await signUp(store);
  await store.pass({ hours: 1 });
  await say(store, true, 'double-opt-in');
  const proofs = await store.world.evidence.list('c-1');
  expect(proofs.map(({ pending, expiresAt }) => [pending, expiresAt])).toContainEqual([true, undefined]);
  await store.pass({ days: 100 });
  await say(store, false, 'preference-page');
  const end = evidenceEnds(store.world.clock.now());
  const over = await store.world.evidence.list('c-1');
  expect(over.map(({ expiresAt }) => expiresAt?.toString())).toEqual([end, end, end].map(String));
  await say(store, true, 'preference-page');
  const anew = await store.world.evidence.list('c-1');
  expect(anew.filter(({ expiresAt }) => expiresAt === undefined)).toHaveLength(1);
  expect(anew).toHaveLength(4);
});
