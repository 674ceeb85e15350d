import { describe, expect, test } from 'vitest';
import { handleLook, lookNow } from '../../../shared/service/sending/handle-look.ts';
import { event, orderEvent } from '../../support/events.ts';
import { marketing, send, waitFor, waitUntil } from '../../support/scenarios.ts';
import { storeByClock } from '../../support/store-by-clock.ts';

const steps = [waitUntil('week', 7, 'entry'), send('b')];
const winback = marketing({
  id: 'winback',
  steps,
  trigger: { segment: 'dormant', when: 'entered', oncePer: { every: { days: 30 } }, whileRunning: 'ignore' },
});
const birthday = marketing({
  id: 'birthday',
  steps,
  trigger: {
    date: 'customer.birthday',
    day: -7,
    at: '10:00',
    yearly: true,
    oncePer: { every: { days: 300 } },
    whileRunning: 'ignore',
  },
});
const season = marketing({
  id: 'season',
  steps,
  trigger: {
    schedule: { rrule: 'FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1', from: '2020-01-01' },
    at: '09:00',
    segment: 'prospect',
    oncePer: { every: { days: 30 } },
    whileRunning: 'ignore',
  },
});
const registered = (when: string, birthday: string) =>
  event('CustomerRegistered', when, { customer: { birthday, timeZone: 'Asia/Tokyo' } });

describe('a look', () => {
  test('lets in whom time alone moves into a segment, to the minute', async () => {
    const store = storeByClock({ startAt: '2026-03-01 12:00', scenarios: [winback] });
    await store.put(orderEvent('OrderPlaced', 'o-1', '2026-03-01 12:00'));
    expect(store.looksDue()).toEqual(['2026-05-30 12:00']);
    await store.pass('2026-05-30 11:59');
    expect(await store.enrolments()).toEqual([]);
    await store.pass('2026-05-30 12:01');
    expect(await store.enrolments()).toEqual(['winback 2026-05-30T03:00:00Z 2026-05-30 12:00']);
    expect(Object.keys((await store.customer()).segments)).toContain('dormant');
  });

  test('comes for the old due and is armed anew where an order has moved it', async () => {
    const store = storeByClock({ startAt: '2026-03-01 12:00', scenarios: [winback] });
    await store.put(orderEvent('OrderPlaced', 'o-1', '2026-03-01 12:00'));
    await store.pass('2026-04-01 12:00');
    await store.put(orderEvent('OrderPlaced', 'o-2', '2026-04-01 12:00'));
    expect(store.looksDue()).toEqual(['2026-05-30 12:00']);
    await store.pass('2026-05-31 12:00');
    expect(await store.enrolments()).toEqual([]);
    expect(store.looksDue()).toEqual(['2026-06-30 12:00']);
    await store.pass('2026-07-01 12:00');
    expect(await store.enrolments()).toEqual(['winback 2026-06-30T03:00:00Z 2026-06-30 12:00']);
  });

  test('lets in on a date, each year once', async () => {
    const store = storeByClock({ startAt: '2026-05-01 12:00', scenarios: [birthday], segments: [] });
    await store.put(registered('2026-05-01 12:00', '1990-05-17'));
    expect(store.looksDue()).toEqual(['2026-05-10 10:00']);
    await store.pass('2026-05-10 10:01');
    expect(await store.enrolments()).toEqual(['birthday 2026-05-17 2026-05-10 10:00']);
    expect(store.looksDue()).toEqual(['2027-05-10 10:00']);
  });

  test('lets in by a schedule whoever is in the segment at that hour, on her own wall', async () => {
    const store = storeByClock({ startAt: '2026-06-01 12:00', scenarios: [season] });
    await store.put(
      event('CustomerRegistered', '2026-06-01 12:00', { customer: { timeZone: 'America/New_York' } }),
    );
    await store.pass('2026-07-01 22:01');
    expect(await store.enrolments()).toEqual(['season 2026-07-01 2026-07-01 22:00']);
  });

  test('lets nobody in by a schedule who came to the segment after its hour', async () => {
    const store = storeByClock({ startAt: '2026-07-01 12:00', scenarios: [season] });
    await store.put(registered('2026-07-01 12:00', '1990-05-17'));
    await store.pass('2026-07-05 12:00');
    expect(await store.enrolments()).toEqual([]);
  });

  test('ends a run whose state of exit time has brought about', async () => {
    const waiting = marketing({
      id: 'waiting',
      steps: [waitFor('long', { days: 200 }), send('b')],
      exitOn: [{ when: { the: 'customer.segments', is: 'dormant' } }],
    });
    const store = storeByClock({ startAt: '2026-03-01 12:00', scenarios: [waiting] });
    await store.put(orderEvent('OrderPlaced', 'o-1', '2026-03-01 12:00'));
    await store.pass('2026-05-30 12:01');
    expect((await store.customer()).enrolments.map(({ ended }) => ended?.because)).toEqual(['exit-rule']);
  });

  test('that is repeated changes nothing and does again what it left to do', async () => {
    const store = storeByClock({ startAt: '2026-03-01 12:00', scenarios: [winback] });
    await store.put(orderEvent('OrderPlaced', 'o-1', '2026-03-01 12:00'));
    await store.pass('2026-05-30 12:01');
    const before = await store.customer();
    const message = store.handled.find(({ kind }) => kind === 'look');
    if (message?.kind !== 'look') throw new Error('no look came');
    const published = store.world.bus.published.length;
    await handleLook(store.engine, message);
    expect(await store.customer()).toEqual(before);
    const again = store.world.bus.published
      .slice(published)
      .map(({ detail }) => [detail.segment, detail.change]);
    expect(again).toEqual([
      ['first-time', 'left'],
      ['dormant', 'entered'],
    ]);
  });

  test('of an arming that is over does nothing', async () => {
    const store = storeByClock({ startAt: '2026-03-01 12:00', scenarios: [winback] });
    await store.put(orderEvent('OrderPlaced', 'o-1', '2026-03-01 12:00'));
    const before = await store.customer();
    await handleLook(store.engine, { kind: 'look', customer: 'c-1', arm: 99 });
    await handleLook(store.engine, { kind: 'look', customer: 'nobody', arm: 1 });
    expect(await store.customer()).toEqual(before);
  });

  test('that comes too early is armed anew and asks nothing', async () => {
    const store = storeByClock({ startAt: '2026-03-01 12:00', scenarios: [winback] });
    await store.put(orderEvent('OrderPlaced', 'o-1', '2026-03-01 12:00'));
    const { look, version } = await store.customer();
    await handleLook(store.engine, { kind: 'look', customer: 'c-1', arm: look?.arm ?? 0 });
    expect((await store.customer()).version).toBe(version);
  });

  test('for which there is nothing to do writes nothing', async () => {
    const store = storeByClock({ startAt: '2026-03-01 12:00', scenarios: [winback] });
    await store.put(orderEvent('OrderPlaced', 'o-1', '2026-03-01 12:00'));
    const { version } = await store.customer();
    expect(await lookNow(store.engine, 'c-1')).toMatchObject({ customer: { id: 'c-1' }, changed: false });
    expect(await lookNow(store.engine, 'nobody')).toBe('unknown');
    expect((await store.customer()).version).toBe(version);
  });
});

test('an event arms a look only where it is needed sooner than what is armed', async () => {
  const store = storeByClock({ startAt: '2026-03-01 12:00', scenarios: [winback, birthday] });
  await store.put(orderEvent('OrderPlaced', 'o-1', '2026-03-01 12:00'));
  expect((await store.customer()).look?.arm).toBe(1);
  await store.put(orderEvent('OrderShipped', 'o-1', '2026-03-01 12:00'));
  expect((await store.customer()).look?.arm).toBe(1);
  await store.put(registered('2026-03-01 12:00', '1990-03-20'));
  expect((await store.customer()).look?.arm).toBe(2);
  expect(store.alarmsArmed().sort()).toEqual(['2026-03-13 10:00', '2026-05-30 12:00']);
});
