import { describe, expect, test } from 'vitest';
import { noBrakes } from '../../../shared/core/record/brakes.ts';
import type { SendOutcome } from '../../../shared/core/record/mail.ts';
import type { Scripted } from '../../../shared/memory/memory-mailer.ts';
import { orderDetail } from '../../support/store-in-memory.ts';
import { start, storeWithOrder, thanksOf } from '../../support/store-with-order.ts';

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

  test('while mail is paused, the question whether a thank-you goes once more waits', async () => {
    const store = await storeWithOrder();
    store.world.mailer.next(silence);
    await store.pass({ minutes: 1 });
    await store.world.control.write({ paused: { all: true, marketing: false, scenarios: [] } });
    await store.pass({ hours: 3 });
    expect(store.world.mailer.calls).toBe(1);
    expect(await thanksOf(store)).toBeUndefined();
    await store.world.control.write(noBrakes);
    await store.pass({ hours: 1 });
    expect(await thanksOf(store)).toMatchObject({ state: 'sent', because: 'sent-once-more' });
  });

  test('a second try that is refused when its run is gone leaves the first unknown, and a late word settles it', async () => {
    const store = await storeWithOrder();
    const refusedWhenGone: Scripted = async () => {
      const customer = await store.world.customers.load('c-1');
      if (!customer) throw new Error('nobody is known');
      const enrolments = customer.enrolments.filter(({ scenario }) => scenario !== 'order-thanks');
      await store.world.customers.save({ ...customer, enrolments }, {});
      return { kind: 'not-sent', because: 'rejected' };
    };
    store.world.mailer.next(silence, refusedWhenGone);
    await store.pass({ minutes: 16 });
    const thanks = await thanksOf(store);
    expect(thanks).toMatchObject({ state: 'unknown', because: 'outcome-unknown' });
    if (thanks) await store.world.touchpoints.settle({ ...thanks, state: 'sent', because: 'accepted' });
    expect(await thanksOf(store)).toMatchObject({ state: 'sent' });
  });

  test('a second try that was refused is made again, though the question came twice and one gave it up', async () => {
    const store = await storeWithOrder();
    const asked = { kind: 'resolve', customer: 'c-1', touchpoint: '' } as const;
    const refusedWhileAskedAgain: Scripted = async (mail) => {
      await store.handle('transactional', { ...asked, touchpoint: mail.tags.touchpoint ?? '' });
      return { kind: 'not-sent', because: 'throttled' };
    };
    store.world.mailer.next(silence, refusedWhileAskedAgain);
    await store.pass({ minutes: 16 });
    expect(await thanksOf(store)).toMatchObject({ state: 'unknown' });
    await store.pass({ days: 1 });
    expect(await thanksOf(store)).toMatchObject({ state: 'sent' });
    expect(store.world.mailer.mails.filter((mail) => mail.tags.scenario === 'order-thanks')).toHaveLength(1);
  });

  test('what was refused is not in doubt, though a copy of its message asked while it was tried', async () => {
    const store = await storeWithOrder();
    const refusedWhileRepeated: Scripted = async () => {
      const [claim] = (await store.world.customers.load('c-1'))?.sends ?? [];
      if (!claim) throw new Error('Nothing is claimed.');
      const { enrolment, step, arm } = claim;
      await store.handle('transactional', { kind: 'timer', customer: 'c-1', enrolment, step, arm });
      return { kind: 'not-sent', because: 'daily-quota' };
    };
    store.world.mailer.next(refusedWhileRepeated);
    await store.pass({ minutes: 20 });
    expect(await thanksOf(store)).toBeUndefined();
    await store.pass({ days: 1 });
    expect(await thanksOf(store)).toMatchObject({ state: 'sent' });
    expect(store.world.mailer.mails.filter((mail) => mail.tags.scenario === 'order-thanks')).toHaveLength(1);
  });
});
