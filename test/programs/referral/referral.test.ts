import { expect, test } from 'vitest';
import { referralInvitation } from '../../../shared/programs/referral/referral-invitation.ts';
import { referralThanks } from '../../../shared/programs/referral/referral-thanks.ts';
import { referralWelcome } from '../../../shared/programs/referral/referral-welcome.ts';
import { reviewThanks } from '../../../shared/programs/reviews/review-thanks.ts';
import { exportCustomer } from '../../../shared/service/rights/export-customer.ts';
import { hana, hers, orders } from '../../support/events-of-hana.ts';
import { scenarios } from '../../support/shipped.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';

const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo
const all = [referralInvitation, { ...referralWelcome, holdout: 0 }, referralThanks, reviewThanks];
const open = () => storeInMemory({ startAt: monday, scenarios: all });
const review = { productId: 'p-1', rating: 5, text: 'よい香りです', mayQuote: true };

test('a second order brings an invitation a fortnight later, and one word more', async () => {
  const store = open();
  await orders(store, 'o-1');
  await store.pass({ days: 1 });
  await orders(store, 'o-2');
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-17 19:00 referral-invitation__invite',
    '2026-04-07 19:00 referral-invitation__how',
  ]);
});

test('a good review is thanked for, and brings an invitation', async () => {
  const store = open();
  await orders(store, 'o-1');
  await store.pass({ days: 1 });
  await hers(store, 'ReviewPosted', { review });
  await store.pass({ days: 20 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-04 10:00 review-thanks__thanks',
    '2026-03-17 19:00 referral-invitation__invite',
  ]);
});

test('the invitation shows her own link', async () => {
  const store = open();
  await orders(store, 'o-1');
  await orders(store, 'o-2');
  await store.pass({ days: 20 });
  expect(store.world.mailer.mails[0]?.html).toMatch(
    /href="https:\/\/shop\.example\.com\/\?ref=[A-Z0-9]{10}"/,
  );
});

test('the store hears whose code the link bears before the mail goes, and the export tells it', async () => {
  const store = storeInMemory({
    startAt: monday,
    scenarios: all,
    settings: { mode: 'live', liveOutsideProduction: true },
  });
  await orders(store, 'o-1');
  await orders(store, 'o-2');
  await store.pass({ days: 50 });
  const [, code] = /ref=(\w+)/.exec(store.world.mailer.mails[0]?.html ?? '') ?? [];
  const issued = store.world.bus.published.filter(({ name }) => name === 'ReferralCodeIssued');
  expect(issued.map(({ detail }) => detail)).toEqual([
    { customer: { id: 'c-1' }, code },
    { customer: { id: 'c-1' }, code },
  ]);
  expect(new Set(issued.map(({ id }) => id)).size).toBe(1);
  const asked = { by: 'someone', at: store.world.clock.now(), reason: 'asked for it' };
  const exported = await exportCustomer(store.engine, 'c-1', asked);
  expect(exported?.held[0]?.record?.referralCode).toBe(code);
});

test('letters that show no link issue no code', async () => {
  const store = open();
  await hers(store, 'ReferralMade', { referral: { friendId: 'c-2' } });
  await store.pass({ days: 1 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(1);
  expect((await store.world.customers.load('c-1'))?.referralCode).toBeUndefined();
  expect(store.world.bus.published).toEqual([]);
});

test('who has an open case is not invited', async () => {
  const store = open();
  await orders(store, 'o-1');
  await store.pass({ hours: 1 });
  await orders(store, 'o-2');
  await store.pass({ days: 3 });
  await hers(store, 'HelpRequested', { help: { id: 'h-1' } });
  await store.pass({ days: 20 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('each friend is thanked for once, at once and after the return window, and ends the asking', async () => {
  const store = open();
  await orders(store, 'o-1');
  await store.pass({ hours: 1 });
  await orders(store, 'o-2');
  await store.pass('2026-03-16T03:00:00Z');
  await hers(store, 'ReferralMade', { referral: { friendId: 'c-2', code: 'HANA' } });
  await store.pass({ days: 1 });
  await hers(store, 'ReferralMade', { referral: { friendId: 'c-2', code: 'HANA' } });
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-16 12:00 referral-thanks__thanks',
    '2026-04-06 19:00 referral-thanks__present',
  ]);
});

test('the eleventh friend of a year is welcome, and brings no present', async () => {
  const store = open();
  for (let friend = 1; friend <= 11; friend += 1) {
    await hers(store, 'ReferralMade', { referral: { friendId: `friend-${friend}` } });
    await store.pass({ days: 15 });
  }
  await store.pass({ days: 60 });
  const presents = store.calendar('Asia/Tokyo').filter((line) => line.endsWith('present'));
  expect(presents).toHaveLength(10);
});

test('a friend is welcomed, gets her present, and a word before it ends', async () => {
  const store = open();
  await hers(store, 'CustomerRegistered', { customer: { ...hana, source: 'referral' } });
  await store.pass({ days: 40 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-02 12:45 referral-welcome__welcome',
    '2026-03-03 19:00 referral-welcome__present',
    '2026-03-21 19:00 referral-welcome__present-ends',
  ]);
});

test('the friend’s welcome takes the place of the general one', async () => {
  const both = scenarios.filter(({ group }) => group === 'welcome').map((one) => ({ ...one, holdout: 0 }));
  const store = storeInMemory({ startAt: monday, scenarios: both });
  await hers(store, 'CustomerRegistered', { customer: { ...hana, source: 'referral' } });
  await store.pass({ days: 15 });
  expect(store.calendar('Asia/Tokyo').map((line) => line.slice(17))).toEqual([
    'referral-welcome__welcome',
    'referral-welcome__present',
  ]);
});

test('the friend’s first order ends her welcome', async () => {
  const store = open();
  await hers(store, 'CustomerRegistered', { customer: { ...hana, source: 'referral' } });
  await store.pass({ days: 5 });
  await orders(store, 'o-1');
  await store.pass({ days: 40 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(2);
});

test('the friend’s own copy of the event is no reason to thank her', async () => {
  const store = open();
  await hers(store, 'ReferralMade', { referral: { friendId: hana.id } });
  await store.pass({ hours: 5 });
  expect(store.calendar('Asia/Tokyo').filter((line) => line.includes('referral-thanks'))).toEqual([]);
});
