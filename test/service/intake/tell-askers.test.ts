/** Whatever dies or comes at once while a restock is told: nobody besides the first hears, and each of them does. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { AskersMessage } from '../../../shared/core/events/intake-message.ts';
import type { World } from '../../../shared/ports/world.ts';
import { handleIntake } from '../../../shared/service/intake/handle-intake.ts';
import { event } from '../../support/events.ts';
import { marketing, send } from '../../support/scenarios.ts';
import { storeByClock } from '../../support/store-by-clock.ts';

const start = '2026-06-01 12:00';
const restocked = marketing({
  id: 'restocked',
  trigger: { on: 'ProductRestocked', oncePer: { key: 'product.id' }, whileRunning: 'parallel' },
  steps: [send('b')],
});
const ids = Array.from({ length: 70 }, (_, nth) => `c-${String(nth).padStart(2, '0')}`);

async function storeOfMany() {
  const store = storeByClock({ startAt: start, scenarios: [restocked] });
  for (const [nth, id] of ids.entries()) {
    const at = Temporal.PlainDateTime.from('2026-06-01T09:00')
      .add({ minutes: nth })
      .toString()
      .replace('T', ' ');
    await store.put(event('RestockRequested', at, { customer: { id }, eventId: id, product: { id: 'p-1' } }));
  }
  return store;
}

type Store = Awaited<ReturnType<typeof storeOfMany>>;

function message(store: Store, stock?: number): AskersMessage {
  const detail = { eventId: 'r-1', product: { id: 'p-1', stock } };
  const at = store.world.clock.now().toString();
  return { kind: 'askers', each: { kind: 'told', name: 'ProductRestocked', at, detail } };
}

async function whoCameIn(store: Store) {
  const enrolments = await Promise.all(ids.map((id) => store.enrolments(id)));
  return ids.filter((_, nth) => enrolments[nth]?.length === 1);
}

/** Dies at the call of this number, before or after it did its work. */
function dyingAt(world: World, nth: number, when: 'before' | 'after') {
  let calls = 0;
  const dying = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
        return async (...args: unknown[]) => {
          calls += 1;
          if (calls === nth && when === 'before') throw new Error('died');
          const answer = await method.apply(target, args);
          if (calls === nth) throw new Error('died');
          return answer;
        };
      },
    });
  return { ...world, askers: dying(world.askers), intake: dying(world.intake) };
}

test('a page that dies anywhere is told again, to the same customers and to nobody besides', async () => {
  let died = 0;
  for (const when of ['before', 'after'] as const)
    for (let nth = 1; nth <= 9; nth += 1) {
      const store = await storeOfMany();
      const dying = { ...store.engine, world: dyingAt(store.world, nth, when) };
      const told = message(store, 60);
      await handleIntake(dying, told).catch(() => {
        died += 1;
      });
      await handleIntake(store.engine, told);
      await store.drain();
      expect(await whoCameIn(store)).toEqual(ids.slice(0, 60));
      expect(await store.world.askers.given({ product: 'p-1', eventId: 'r-1' })).toEqual({
        count: 60,
        now: [],
      });
    }
  expect(died).toBeGreaterThan(10);
});

test('two deliveries at once give no piece twice', async () => {
  const store = await storeOfMany();
  const told = message(store, 60);
  await Promise.all([handleIntake(store.engine, told), handleIntake(store.engine, told)]);
  await store.drain();
  expect(await whoCameIn(store)).toEqual(ids.slice(0, 60));
});

test('without pieces all pages follow, and the last ends it', async () => {
  const store = await storeOfMany();
  await handleIntake(store.engine, message(store));
  await store.drain();
  expect(await whoCameIn(store)).toEqual(ids);
  expect(store.world.intake.waiting()).toEqual([]);
});

test('where nobody asked nothing is written and nobody is asked', async () => {
  const store = storeByClock({ startAt: start, scenarios: [restocked] });
  await handleIntake(store.engine, message(store, 3));
  expect(store.world.intake.waiting()).toEqual([]);
});
