import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../shared/world.ts';
import { orderDetail } from '../support/store-in-memory.ts';
import { start, storeWithOrder, thanksOf } from '../support/store-with-order.ts';

describe('a silent mail service', () => {
  const silence: SendOutcome = { kind: 'unknown', detail: 'timeout' };

  test('a thank-you nobody answered for goes once more after a quarter of an hour', async () => {
    const store = await storeWithOrder();
    store.world.mailer.next(silence);
    await store.pass({ minutes: 14 });
    expect(store.world.mailer.calls).toBe(1);
    await store.pass({ minutes: 2 });
    expect(await thanksOf(store)).toMatchObject({ state: 'sent', because: 'sent-once-more' });
    await store.pass({ days: 4 });
    expect(store.world.mailer.mails.filter((mail) => mail.tags.scenario === 'order-thanks')).toHaveLength(1);
  });

  test('a thank-you nobody answered for twice is unknown', async () => {
    const store = await storeWithOrder();
    store.world.mailer.next(silence, silence);
    await store.pass({ days: 3 });
    expect(await thanksOf(store)).toMatchObject({ state: 'unknown', because: 'outcome-unknown' });
    expect(store.world.mailer.calls).toBe(2);
  });

  test('a second try that is refused stays one try: the first is asked for again', async () => {
    const store = await storeWithOrder();
    store.world.mailer.next(silence, { kind: 'not-sent', because: 'throttled' }, silence);
    await store.pass({ days: 3 });
    expect(await thanksOf(store)).toMatchObject({ state: 'unknown' });
    expect(store.world.mailer.calls).toBe(3);
  });

  test('an order cancelled meanwhile is not thanked for a second time', async () => {
    const store = await storeWithOrder();
    store.world.mailer.next(silence);
    await store.pass({ minutes: 1 });
    await store.put(store.event('OrderCancelled', orderDetail('o-1', start)));
    await store.pass({ days: 1 });
    expect(store.world.mailer.calls).toBe(1);
    expect(await thanksOf(store)).toMatchObject({ state: 'unknown' });
  });
});
