/** Scheduler has no room for hours: what it refuses comes back every 15 minutes, and is no more each time. */
import { expect, test } from 'vitest';
import { alarmName } from '../../../shared/core/values/ids.ts';
import { minuteOf } from '../../../shared/core/values/minute.ts';
import type { Arming, Timers } from '../../../shared/ports/timers.ts';
import { handleLaneMessage } from '../../../shared/service/sending/handle-lane-message.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';

const start = '2026-11-27T11:00:00Z';

test('one message for each lane comes back while Scheduler is busy, and arms the alarm once it is not', async () => {
  let isBusy = true;
  const asked: Arming[] = [];
  const armed = new Set<string>();
  const timers: Timers = {
    async arm(alarm) {
      asked.push(alarm);
      if (isBusy) return 'busy';
      armed.add(alarm.name);
      return 'armed';
    },
    disarm: async () => {},
  };
  const store = storeInMemory({ startAt: start, through: (world) => ({ ...world, timers }) });
  // The series after a purchase waits in marketing's lane, the reminder to pay in the other.
  const detail = orderDetail('o-1', start, { payment: { deadline: '2026-12-04', method: 'bank transfer' } });
  await store.put(store.event('OrderPlaced', detail));
  await store.pass({ minutes: 14 });
  for (let round = 0; round < 12; round += 1) {
    asked.length = 0;
    await store.pass({ minutes: 15 });
    expect(asked.map(({ lane }) => lane).sort(), `round ${round}`).toEqual(['marketing', 'transactional']);
  }
  isBusy = false;
  await store.pass({ minutes: 15 });
  const customer = await store.world.customers.load('c-1');
  const named = (['transactional', 'marketing'] as const).map((lane) => {
    const alarm = customer?.alarms?.[lane];
    return alarm && alarmName({ store: customer.store, customer: 'c-1', lane, minute: minuteOf(alarm) });
  });
  expect([...armed].sort()).toEqual(named.sort());
  asked.length = 0;
  await store.pass({ hours: 2 });
  expect(asked).toEqual([]);
});

test('what was put off is armed also where its own message is decided and saved', async () => {
  const armed: Arming[] = [];
  const timers: Timers = {
    async arm(alarm) {
      armed.push(alarm);
      return 'armed';
    },
    disarm: async () => {},
  };
  const store = storeInMemory({ startAt: start, through: (world) => ({ ...world, timers }) });
  const detail = orderDetail('o-1', start, { payment: { deadline: '2026-12-04', method: 'bank transfer' } });
  await store.put(store.event('OrderPlaced', detail));
  const messageOf = async (scenario: string) => {
    const customer = await store.world.customers.load('c-1');
    const run = customer?.enrolments.find((one) => one.scenario === scenario);
    if (!run) throw new Error(`nobody waits in ${scenario}`);
    const { id: enrolment, step, arm } = run;
    return { kind: 'timer', customer: 'c-1', enrolment, step, arm } as const;
  };
  // Its reminder names the alarm of the lane; then the thank-you comes as if that had been put off with it.
  await handleLaneMessage(store.sending, await messageOf('payment-waiting'));
  const alarm = (await store.world.customers.load('c-1'))?.alarms?.transactional;
  if (!alarm) throw new Error('no reminder waits');
  armed.length = 0;
  await handleLaneMessage(store.sending, { ...(await messageOf('order-thanks')), alarm: minuteOf(alarm) });
  expect(store.world.mailer.mails).toHaveLength(2);
  expect(armed.map(({ lane, due }) => [lane, due.toString()])).toEqual([['transactional', alarm.toString()]]);
});
