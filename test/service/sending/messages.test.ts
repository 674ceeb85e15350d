import { expect, test } from 'vitest';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { openBook } from '../../../shared/core/language/scenario-book.ts';
import type { Step } from '../../../shared/core/language/steps.ts';
import type { TemplateFacts } from '../../../shared/core/language/template-facts.ts';
import { days, hours } from '../../../shared/core/values/duration.ts';
import { memoryWorld } from '../../../shared/memory/memory-world.ts';
import { ingest } from '../../../shared/service/intake/ingest.ts';
import { verifyLink } from '../../../shared/service/rendering/link-token.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { engineOf } from '../../../shared/service/saving/engine.ts';
import { handleLaneMessage } from '../../../shared/service/sending/handle-lane-message.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { at, cart, event, placed } from '../../support/events.ts';
import { send, transactional, waitFor } from '../../support/scenarios.ts';
import { surveys } from '../../support/shipped.ts';
import { exampleSettings } from '../../support/store-in-memory.ts';

const noon = '2026-03-02 12:00';
const facts: Readonly<Record<string, TemplateFacts>> = {
  thanks: { kind: 'transactional', eventFields: [] },
  carted: { kind: 'transactional', eventFields: [], variables: ['cart.items.name'] },
};
const page = (text: string) => ({ subject: text, html: text, text });
const texts = {
  'thanks.ja': page('{{ coupon.code }} until {{ coupon.endsOn }}'),
  'carted.ja': page(
    '{% for item in cart.items %}{{ item.quantity }}x{{ item.unitPrice }} {% endfor %}{{ cart.total }}',
  ),
};

function storeOf(scenario: Scenario, compiled: Readonly<Record<string, ReturnType<typeof page>>> = texts) {
  const settings = parseSettings({ ...exampleSettings, mode: 'live', liveOutsideProduction: true });
  const world = memoryWorld({ startAt: at(noon), settings, templates: compiled });
  const engine = engineOf(world, openBook([scenario], facts, undefined, { surveys }), settings);
  const sending = { ...engine, linkBaseUrl: 'https://links.example.com', remaining_ms: () => 60_000 };
  return {
    world,
    put: (...events: Parameters<typeof ingest>[2][number][]) => ingest(engine, 'c-1', events),
    pass: (until: string) => world.run(at(until), (_, message) => handleLaneMessage(sending, message)),
    handle: (message: Parameters<typeof handleLaneMessage>[1]) => handleLaneMessage(sending, message),
    states: async () =>
      (await world.touchpoints.list('c-1')).map(({ state, because }) => `${state} ${because}`),
  };
}

const offering = (...steps: Step[]) => transactional({ steps });
const coupon = { campaign: 'hello', off: { percent: 10 }, untilDay: 3 };

test('each message of a run shows the same coupon, and the store is told of it before the mail goes', async () => {
  const store = storeOf(
    offering(send('thanks', { coupon }), waitFor('day', days(1)), send('thanks', { id: 'again', coupon })),
  );
  await store.put(placed('o-1', noon));
  await store.pass('2026-03-04 12:00');
  const [first, second] = store.world.mailer.mails.map(({ subject }) => subject);
  expect(first).toMatch(/^[2-9A-HJKMNP-Z]{10} until 2026-03-05$/);
  expect(second).toBe(first);
  const issued = store.world.bus.published.filter(({ name }) => name === 'CouponIssued');
  expect(new Set(issued.map(({ id }) => id)).size).toBe(1);
  expect(issued[0]?.detail).toMatchObject({
    code: first?.slice(0, 10),
    campaign: 'hello',
    customer: { id: 'c-1' },
    off: { percent: 10 },
    endsOn: '2026-03-05',
  });
});

test('a message whose coupon has ended never goes', async () => {
  const store = storeOf(offering(waitFor('week', days(7)), send('thanks', { coupon })));
  await store.put(placed('o-1', noon));
  await store.pass('2026-03-10 12:00');
  expect([store.world.mailer.mails.length, await store.states()]).toEqual([0, ['skipped too-late']]);
});

test('a message of another channel is asked for on the bus, claimed and settled like a mail', async () => {
  const store = storeOf(offering(send('thanks', { channel: 'line', coupon })));
  await store.put(event('ConsentChanged', noon, { consent: { granted: true, channel: 'line' } }));
  await store.put(placed('o-1', noon));
  await store.pass('2026-03-02 12:05');
  const [touchpoint] = await store.world.touchpoints.list('c-1');
  const requests = store.world.bus.published.filter(({ name }) => name === 'MessageRequested');
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({
    id: touchpoint?.id,
    detail: {
      channel: 'line',
      customer: { id: 'c-1' },
      template: 'thanks',
      locale: 'ja',
      step: 'send-thanks',
    },
  });
  expect([store.world.mailer.mails.length, await store.states()]).toEqual([0, ['sent requested']]);
});

const reminder = transactional({
  trigger: { on: 'CartUpdated', oncePer: 'cart' },
  steps: [waitFor('hour', hours(1)), send('carted')],
});

test('a cart is shown as it is when the message goes, without what is sold out', async () => {
  const store = storeOf(reminder);
  await store.world.products.put({ id: 'p-2', stock: 0 }, at(noon));
  await store.put(cart('7', noon, 'p-1', 'p-2'));
  await store.pass('2026-03-02 14:00');
  expect(store.world.mailer.mails.map(({ subject }) => subject)).toEqual(['1x1000 1000']);
});

test('a reminder of a cart with nothing left to show never goes', async () => {
  const store = storeOf(reminder);
  await store.world.products.put({ id: 'p-1', stock: 0 }, at(noon));
  await store.put(cart('7', noon, 'p-1'));
  await store.pass('2026-03-02 14:00');
  expect(await store.states()).toEqual(['skipped nothing-to-show']);
});

test.each([
  [undefined, 'sent accepted', [['p-1', 'p-2']]],
  ['hana@example.com', 'skipped suppressed', []],
])(
  'goods are read for a message that may go, and for no other (bounced: %s)',
  async (bounced, state, reads) => {
    const store = storeOf(reminder);
    const { products, addresses, keys } = store.world;
    const asked: string[][] = [];
    const { loadMany } = products;
    products.loadMany = (ids) => {
      asked.push([...ids]);
      return loadMany(ids);
    };
    await products.put({ id: 'p-2', stock: 0 }, at(noon));
    if (bounced)
      await addresses.suppress(addressHash(await keys(), bounced), 'all', {
        because: 'hard-bounce',
        at: at(noon),
      });
    await store.put(cart('7', noon, 'p-1', 'p-2'));
    await store.pass('2026-03-02 14:00');
    expect([await store.states(), asked]).toEqual([[state], reads]);
  },
);

test('a survey is asked by a link of hers for each answer', async () => {
  const asked = page('{{ survey.question }}|{{ survey.choices[0].url }}');
  const store = storeOf(offering(send('thanks', { survey: 'early' })), { 'thanks.ja': asked });
  await store.put(placed('o-1', noon));
  await store.pass('2026-03-02 12:05');
  const [question, url] = (store.world.mailer.mails[0]?.text.trim() ?? '').split('|');
  expect(question).toContain('いかがですか');
  const token = /^https:\/\/links\.example\.com\/s\/([^?]+)\?a=0$/.exec(url ?? '')?.[1] ?? '';
  const claims = verifyLink(await store.world.keys(), token, 'survey');
  expect(claims).toMatchObject({ customer: 'c-1', survey: { id: 'early' } });
  expect(verifyLink(await store.world.keys(), token, 'unsubscribe')).toBeUndefined();
});

test('a repeat of a message publishes what its first delivery saved and may not have published', async () => {
  const call: Step = { id: 'call', kind: 'emit', event: 'HumanTask', detail: { reason: 'call her' } };
  const store = storeOf(
    offering(waitFor('hour', hours(1)), call, waitFor('day', days(1)), send('thanks', { coupon })),
  );
  await store.put(placed('o-1', noon));
  const enrolment = (await store.world.customers.load('c-1'))?.enrolments[0];
  const message = {
    kind: 'timer',
    customer: 'c-1',
    enrolment: enrolment?.id ?? '',
    step: 'hour',
    arm: enrolment?.arm ?? 0,
  } as const;
  await store.pass('2026-03-02 13:30');
  await store.handle(message);
  const tasks = store.world.bus.published.filter(({ name }) => name === 'HumanTask');
  expect(tasks).toHaveLength(2);
  expect(new Set(tasks.map(({ id }) => id)).size).toBe(1);
});

test('an event that brings an emit by itself is published, and again when it comes again', async () => {
  const call: Step = { id: 'call', kind: 'emit', event: 'HumanTask', detail: { reason: 'call her' } };
  const store = storeOf(offering(call, waitFor('day', days(1)), send('thanks', { coupon })));
  await store.put(placed('o-1', noon));
  await store.put(placed('o-1', noon));
  expect(store.world.bus.published.map(({ name }) => name)).toEqual(['HumanTask', 'HumanTask']);
  expect(new Set(store.world.bus.published.map(({ id }) => id)).size).toBe(1);
  await store.put(event('ProductViewed', '2026-03-02 12:01', { product: { id: 'p-1' } }));
  expect(store.world.bus.published).toHaveLength(2);
});
