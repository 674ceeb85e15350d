/** A request to another channel that was claimed and perhaps never put: it is put again only where it still may go. */
import { expect, test } from 'vitest';
import { openBook } from '../../../shared/core/language/scenario-book.ts';
import { noBrakes } from '../../../shared/core/record/brakes.ts';
import { hours } from '../../../shared/core/values/duration.ts';
import { memoryWorld } from '../../../shared/memory/memory-world.ts';
import { ingest } from '../../../shared/service/intake/ingest.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { engineOf } from '../../../shared/service/saving/engine.ts';
import { handleLaneMessage } from '../../../shared/service/sending/handle-lane-message.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { at, event, placed } from '../../support/events.ts';
import { marketing, send, waitFor } from '../../support/scenarios.ts';
import { exampleSettings } from '../../support/store-in-memory.ts';

const noon = '2026-03-02 12:00';
const texts = { 'tips.ja': { subject: 'x', html: 'x', text: 'x' } };

const noAnswer = new Error('no answer');

/** The timer fires, the claim is saved, and the bus does not answer. */
async function storeAfterCrash() {
  const settings = parseSettings({ ...exampleSettings, mode: 'live', liveOutsideProduction: true });
  const world = memoryWorld({ startAt: at(noon), settings, templates: texts });
  const scenario = marketing({ steps: [waitFor('hour', hours(1)), send('tips', { channel: 'line' })] });
  const engine = engineOf(
    world,
    openBook([scenario], { tips: { kind: 'marketing', eventFields: [] } }),
    settings,
  );
  const sending = { ...engine, linkBaseUrl: 'https://links.example.com', remaining_ms: () => 60_000 };
  const put = (...events: Parameters<typeof ingest>[2][number][]) => ingest(engine, 'c-1', events);
  await put(
    event('ConsentChanged', noon, { consent: { granted: true } }),
    event('ConsentChanged', noon, {
      eventId: 'l',
      consent: { granted: true, channel: 'line', topics: ['events'] },
    }),
    placed('o-1', noon),
  );
  const publish = world.bus.publish;
  let isDown = true;
  world.bus.publish = async (events) => {
    if (isDown && events.some(({ name }) => name === 'MessageRequested')) throw noAnswer;
    return publish(events);
  };
  const crashed: Parameters<typeof handleLaneMessage>[1][] = [];
  const pass = (until: string) =>
    world.run(at(until), (_, message) =>
      handleLaneMessage(sending, message).catch((error) => {
        if (error !== noAnswer) throw error;
        crashed.push(message);
      }),
    );
  await pass('2026-03-02 13:40');
  const [message] = crashed;
  if (!message) throw new Error('the bus was not asked');
  isDown = false;
  return {
    ...world,
    put,
    again: async () => {
      await handleLaneMessage(sending, message);
      const states = (await world.touchpoints.list('c-1')).map(({ state, because }) => `${state} ${because}`);
      return [world.bus.published.filter(({ name }) => name === 'MessageRequested').length, ...states];
    },
  };
}

test('a request that still may go is put again', async () => {
  const store = await storeAfterCrash();
  expect(await store.again()).toEqual([1, 'sent requested']);
});

test('a request that she has refused meanwhile is not put again', async () => {
  const store = await storeAfterCrash();
  await store.put(event('ConsentChanged', '2026-03-02 13:39', { consent: { granted: false } }));
  expect(await store.again()).toEqual([0, 'unknown outcome-unknown']);
});

test('a request of a paused store is not put again', async () => {
  const store = await storeAfterCrash();
  await store.control.write({ ...noBrakes, paused: { ...noBrakes.paused, marketing: true } });
  expect(await store.again()).toEqual([0, 'unknown outcome-unknown']);
});

test('a request that has expired is not put again', async () => {
  const store = await storeAfterCrash();
  await store.clock.sleep(3 * 86_400_000);
  expect(await store.again()).toEqual([0, 'unknown outcome-unknown']);
});

test.each([
  ['unsubscribed', 'marketing', [0, 'unknown outcome-unknown']],
  ['complaint', 'all', [0, 'unknown outcome-unknown']],
  // What her mailbox does says nothing of another channel.
  ['hard-bounce', 'all', [1, 'sent requested']],
] as const)(
  'after the word "%s" on her address for %s, a request is judged by it',
  async (because, scope, told) => {
    const store = await storeAfterCrash();
    const key = addressHash(await store.keys(), 'hana@example.com');
    await store.addresses.suppress(key, scope, { because, at: store.clock.now() });
    expect(await store.again()).toEqual(told);
  },
);

test('a request of a paused scenario is not put again', async () => {
  const store = await storeAfterCrash();
  await store.control.write({ ...noBrakes, paused: { ...noBrakes.paused, scenarios: ['letters'] } });
  expect(await store.again()).toEqual([0, 'unknown outcome-unknown']);
});

test('a request that is not put again is counted as unknown, once for its scenario', async () => {
  const store = await storeAfterCrash();
  await store.put(event('ConsentChanged', '2026-03-02 13:39', { consent: { granted: false } }));
  await store.again();
  await store.again();
  expect(store.metrics.of('Unknown', 'letters')).toBe(1);
});
