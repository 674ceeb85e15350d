/** How long the record knows what it claimed, and what becomes of too much. */
import { expect, test } from 'vitest';
import { tidied } from '../../../shared/core/facts/tidy-record.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import type { RecentSend } from '../../../shared/core/record/recent-send.ts';
import { encodeRecord } from '../../../shared/core/record/record-codec.ts';
import { itemSize } from '../../../shared/core/values/item-size.ts';
import { at, placed } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { transactional } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const bytes = (customer: Customer) => itemSize(encodeRecord(customer));

test('recent sends are forgotten after 14 days', () => {
  const store = storeWith([transactional()]);
  const { customer } = store.given(placed('o-1', monday), timer('thanks'));
  expect(tidied(customer, store.around(at('2026-03-16 12:29'))).sends).toHaveLength(1);
  expect(tidied(customer, store.around(at('2026-03-16 12:30'))).sends).toHaveLength(0);
});

test('of too many recent sends the skipped go first: what caps count stays', () => {
  const store = storeWith([transactional()]);
  const { customer } = store.given(placed('o-1', monday), timer('thanks'));
  const [claim] = customer.sends as [RecentSend];
  const sends = Array.from(
    { length: 70 },
    (_, n): RecentSend => ({
      ...claim,
      touchpoint: `t-${n}`,
      state: n < 30 ? 'claimed' : 'skipped',
    }),
  );
  const kept = tidied({ ...customer, sends }, store.around(at(monday))).sends;
  expect(kept).toHaveLength(40);
  expect(kept.filter((one) => one.state === 'claimed')).toHaveLength(30);
  expect(kept.at(-1)?.touchpoint).toBe('t-69');
});

test('of too many claims those that caps count stay, however many order mails went since', () => {
  const store = storeWith([transactional()]);
  const { customer } = store.given(placed('o-1', monday), timer('thanks'));
  const [claim] = customer.sends as [RecentSend];
  const sends = Array.from(
    { length: 60 },
    (_, n): RecentSend => ({ ...claim, touchpoint: `t-${n}`, kind: n < 5 ? 'marketing' : 'transactional' }),
  );
  const kept = tidied({ ...customer, sends }, store.around(at(monday).add({ minutes: 61 }))).sends;
  expect(kept).toHaveLength(40);
  expect(kept.filter(({ kind }) => kind === 'marketing')).toHaveLength(5);
  expect(kept.at(-1)?.touchpoint).toBe('t-59');
});

test('order mail that may have to go once more is known for an hour with its run, however much of it there is', () => {
  const store = storeWith([transactional()]);
  let known = store.given().customer;
  for (let n = 0; n < 100; n += 1) {
    const when = at(monday)
      .add({ seconds: Math.trunc(n / 2) })
      .toString();
    known = store.from(known).when(placed(`o-${n}`, when)).customer;
    known = store.from(known).when(timer('thanks')).customer;
  }
  const after = (minutes: number) => tidied(known, store.around(at(monday).add({ minutes })));
  expect(after(59).sends).toHaveLength(100);
  expect(after(59).enrolments).toHaveLength(100);
  expect(after(62).sends).toHaveLength(40);
  expect(after(62).enrolments).toHaveLength(24);
  expect(bytes(after(59))).toBeLessThan(64 * 1024);
});

test('what caps count stays beside however much order mail is in doubt', () => {
  const store = storeWith([transactional()]);
  const { customer } = store.given(placed('o-1', monday), timer('thanks'));
  const [claim] = customer.sends as [RecentSend];
  const sends = Array.from(
    { length: 300 },
    (_, n): RecentSend => ({
      ...claim,
      touchpoint: `t-${n}`,
      kind: n < 5 ? 'marketing' : 'transactional',
      at: n < 5 ? claim.at.subtract({ hours: 24 * 9 }) : claim.at,
    }),
  );
  const kept = tidied({ ...customer, sends }, store.around(at(monday))).sends;
  expect(kept.filter(({ kind }) => kind === 'marketing')).toHaveLength(5);
  expect(kept.filter(({ kind }) => kind === 'transactional')).toHaveLength(120);
  expect(kept.at(-1)?.touchpoint).toBe('t-299');
});
