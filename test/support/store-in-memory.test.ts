/** The store in memory is as strict as production: what would end among the dead letters fails the test. */
import { expect, test } from 'vitest';
import type { IntakeMessage } from '../../shared/core/events/intake-message.ts';
import type { LaneMessage } from '../../shared/core/events/lane-message.ts';
import { UnknownTemplate } from '../../shared/core/values/unknown-template.ts';
import type { World } from '../../shared/ports/world.ts';
import { atTestEnd } from './at-test-end.ts';
import { orderDetail } from './store-in-memory.ts';
import { start, storeWithOrder, thanksOf } from './store-with-order.ts';

/** A world whose templates throw, the first so many times. */
const templatesThat =
  (error: () => Error, times = Number.POSITIVE_INFINITY) =>
  (world: World): World => {
    let calls = 0;
    const load: World['templates']['load'] = async (...asked) => {
      calls += 1;
      if (calls <= times) throw error();
      return world.templates.load(...asked);
    };
    return { ...world, keys: world.keys, templates: { load } };
  };
const unknown = () => new UnknownTemplate('order-thanks/thanks', 'ja');
const broken = () => new TypeError('no such thing');

/** The question that is asked of the store when the test is over, asked now. */
function atTheEnd(): void {
  const check = [...atTestEnd].at(-1);
  if (!check) throw new Error('no store is asked');
  atTestEnd.delete(check);
  check();
}

test('an error for which production buries the message fails the test, with the error as its cause', async () => {
  const store = await storeWithOrder({ through: templatesThat(unknown) });
  await expect(store.pass({ minutes: 1 })).rejects.toMatchObject({
    name: 'DeadLettered',
    message: expect.stringMatching(/transactional: UnknownTemplate: .*order-thanks/),
    cause: expect.any(UnknownTemplate),
  });
  expect(store.world.metrics.of('Buried')).toBe(1);
  expect(atTheEnd).toThrow('UnknownTemplate');
});

test('a dead letter that the test expects lets it go on', async () => {
  const store = await storeWithOrder({ through: templatesThat(unknown) });
  await store.expectDeadLetter(/UnknownTemplate/, () => store.pass({ minutes: 1 }));
  expect(store.deadLetters).toHaveLength(1);
  atTheEnd();
});

test('a dead letter for another reason than the expected one fails the test', async () => {
  const store = await storeWithOrder({ through: templatesThat(unknown) });
  const expecting = store.expectDeadLetter(/MailNotRendered/, () => store.pass({ minutes: 1 }));
  await expect(expecting).rejects.toThrow('UnknownTemplate');
  expect(atTheEnd).toThrow('UnknownTemplate');
});

test('a dead letter that is expected and does not come fails the test', async () => {
  const store = await storeWithOrder();
  const expecting = store.expectDeadLetter(/UnknownTemplate/, () => store.pass({ minutes: 1 }));
  await expect(expecting).rejects.toThrow('nothing was dead-lettered for /UnknownTemplate/');
});

test('an error that goes away lets the message through when it comes back', async () => {
  const store = await storeWithOrder({ through: templatesThat(broken, 4) });
  await store.pass({ minutes: 23 });
  expect([store.failures.length, await thanksOf(store)]).toEqual([4, undefined]);
  await store.pass({ minutes: 2 });
  expect(await thanksOf(store)).toMatchObject({ state: 'sent' });
  atTheEnd();
});

test('an error that stays is a dead letter after five receives', async () => {
  const store = await storeWithOrder({ through: templatesThat(broken) });
  await store.pass({ minutes: 23 });
  await expect(store.pass({ minutes: 2 })).rejects.toThrow('transactional: TypeError (5 times)');
  expect(atTheEnd).toThrow(/TypeError/);
});

test('a test that ends while a message still fails does not pass', async () => {
  const store = await storeWithOrder({ through: templatesThat(broken) });
  await store.pass({ minutes: 1 });
  expect(store.failures).toEqual(['TypeError']);
  expect(atTheEnd).toThrow('a message failed and never came through: transactional: TypeError');
});

test('a message of the engine that its own function could not read fails the test', async () => {
  const store = await storeWithOrder();
  const unreadable = { kind: 'resolve', customer: 'c-1', touchpoint: 'not an id' } as LaneMessage;
  await expect(store.handle('marketing', unreadable)).rejects.toThrow('marketing: MalformedLaneMessage');
  expect(atTheEnd).toThrow('MalformedLaneMessage');
});

test('what the engine puts into the intake queue is taken from there, and judged alike', async () => {
  const store = await storeWithOrder();
  const word: IntakeMessage = { kind: 'enrol', customer: 'c-1', scenario: 'none', key: 'k', at: start };
  await store.world.intake.put([word]);
  await store.pass({ minutes: 0 });
  expect(store.world.intake.waiting()).toEqual([]);
  expect(store.world.metrics.of('Ignored')).toBe(1);
  await store.world.intake.put([{ ...word, scenario: 'Not A Name' }]);
  await expect(store.pass({ minutes: 0 })).rejects.toThrow('intake: MalformedIntakeMessage');
  expect(atTheEnd).toThrow('MalformedIntakeMessage');
});

test('an event that cannot be taken in fails the test', async () => {
  const failing = (world: World): World => ({
    ...world,
    keys: world.keys,
    customers: { ...world.customers, load: async () => Promise.reject(broken()) },
  });
  await expect(storeWithOrder({ through: failing })).rejects.toThrow('intake: TypeError (5 times)');
  expect(atTheEnd).toThrow('TypeError');
});

test('an event that is put off without end fails the test', async () => {
  const store = await storeWithOrder();
  const before = await store.world.customers.load('c-1');
  if (!before) throw new Error('no record');
  const enrolments = before.enrolments.map((run) => ({ ...run, version: 9 }));
  await store.world.customers.save({ ...before, enrolments }, {});
  const cancelled = store.event('OrderCancelled', orderDetail('o-1', start));
  await expect(store.put(cancelled)).rejects.toThrow('put off without end: UnknownScenarioVersion');
});
