/** One customer's very many order mails are held, and Scheduler has no room: what comes twice on the way is no more each time. */
import { expect, test } from 'vitest';
import type { Timers } from '../../../shared/ports/timers.ts';
import type { World } from '../../../shared/ports/world.ts';
import { orderThanks } from '../../../shared/programs/after-purchase/order-thanks.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';

const start = '2026-11-27T11:00:00Z';
const orders = 30;
/** In an hour, as each is tried hourly: far below what they would be if each brought two. */
const most = 12 * orders;

function heldStore() {
  const state = { isBusy: true, isRefused: true, copies: 0, put: 0 };
  const through = (world: World): World => {
    const timers: Timers = {
      ...world.timers,
      arm: async (alarm) => (state.isBusy ? 'busy' : world.timers.arm(alarm)),
      disarm: (name) => world.timers.disarm(name),
    };
    const lanes = {
      ...world.lanes,
      backlog: (lane: 'transactional') => world.lanes.backlog(lane),
      isIdle: (lane: 'transactional') => world.lanes.isIdle(lane),
      async enqueue(...given: Parameters<World['lanes']['enqueue']>) {
        state.put += 1;
        if (state.put > most) return;
        await world.lanes.enqueue(...given);
        if (state.copies === 0) return;
        state.copies -= 1;
        await world.lanes.enqueue(...given);
      },
    };
    const mailer: World['mailer'] = {
      send: async (mail) =>
        state.isRefused ? { kind: 'not-sent', because: 'daily-quota' } : world.mailer.send(mail),
    };
    return { ...world, timers, lanes: lanes as World['lanes'], mailer };
  };
  const store = storeInMemory({ startAt: start, scenarios: [orderThanks], through });
  return { store, state };
}

test('messages do not multiply while Scheduler is busy, and each order is thanked for once it is not', async () => {
  const { store, state } = heldStore();
  state.copies = orders;
  const all = Array.from({ length: orders }, (_, nth) => orderDetail(`o-${nth}`, start));
  await store.put(...all.map((detail) => store.event('OrderPlaced', detail)));
  const hours: number[] = [];
  for (let hour = 0; hour < 4; hour += 1) {
    state.put = 0;
    await store.pass({ hours: 1 });
    hours.push(state.put);
  }
  expect(Math.max(...hours)).toBeLessThan(most);
  Object.assign(state, { isBusy: false, isRefused: false });
  await store.pass({ hours: 3 });
  expect(store.world.mailer.mails).toHaveLength(orders);
}, 60_000);
