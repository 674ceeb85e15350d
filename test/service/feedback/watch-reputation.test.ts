import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { takeFeedbackBatch } from '../../../functions/queue/take-feedback.ts';
import { changedBrakes } from '../../../infra/operator/ops/brakes.ts';
import { noCountsByKind } from '../../../shared/core/record/breaker.ts';
import { reconcile } from '../../../shared/service/sweep/reconcile.ts';
import { sesEnvelope } from '../../support/mail-service-events.ts';
import { orderDetail, type StoreInMemory, storeInMemory } from '../../support/store-in-memory.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const start = '2026-03-02T03:30:00Z';
const open = () => storeInMemory({ scenarios: twoScenarios, startAt: start });

const put = (store: StoreInMemory, sent: number, bounced: number, complained = 0) =>
  store.world.reputation.add(store.world.clock.now(), { marketing: { sent, bounced, complained } }, 'm');

async function sweep(store: StoreInMemory): Promise<number> {
  const before = store.world.metrics.of('BreakerLevel');
  await reconcile(store.engine);
  return store.world.metrics.of('BreakerLevel') - before;
}

const resume = (store: StoreInMemory) =>
  store.world.control.change((brakes) =>
    changedBrakes(
      brakes,
      {
        action: 'resume',
        what: 'marketing',
        word: { by: 'hana', because: '', since: store.world.clock.now() },
      },
      [],
    ),
  );

describe('the sweep', () => {
  test('warns, and pauses marketing from the limit on; a person lets it go again', async () => {
    const store = open();
    await put(store, 1000, 20);
    expect(await sweep(store)).toBe(1);
    expect((await store.world.control.read()).paused.marketing).toBe(false);
    await put(store, 0, 20);
    expect(await sweep(store)).toBe(2);
    expect(await store.world.control.read()).toMatchObject({
      paused: { all: false, marketing: true, scenarios: [] },
      breaker: { because: 'bounces', percent: 4, sent: 1000 },
    });
    await store.pass({ days: 3 });
    expect(await sweep(store)).toBe(2);
    await resume(store);
    expect(await sweep(store)).toBe(0);
    expect(await store.world.control.read()).toMatchObject({ paused: { marketing: false } });
  });

  test('writes what it paused into the book of pauses, once', async () => {
    const store = open();
    await put(store, 1000, 52);
    await sweep(store);
    await store.pass({ hours: 1 });
    await sweep(store);
    expect(await store.world.audit.list()).toEqual([
      {
        at: Temporal.Instant.from(start),
        action: 'pause',
        who: 'marketing',
        by: 'the breaker',
        because: '5.2 % of 1000 bounced',
      },
    ]);
  });

  test('looks after a resume only at what came after it', async () => {
    const store = open();
    await put(store, 1000, 100);
    expect(await sweep(store)).toBe(2);
    await resume(store);
    expect(await sweep(store)).toBe(0);
    await store.pass({ hours: 1 });
    await put(store, 600, 1);
    expect(await sweep(store)).toBe(0);
    await put(store, 0, 30);
    expect(await sweep(store)).toBe(2);
  });

  test('forgets what is older than a day', async () => {
    const store = open();
    await put(store, 1000, 100);
    await store.pass({ hours: 26 });
    expect(await sweep(store)).toBe(0);
  });

  test('leaves alone what an operator paused', async () => {
    const store = open();
    await store.world.control.write({ paused: { all: false, marketing: true, scenarios: [] } });
    await put(store, 1000, 100);
    expect(await sweep(store)).toBe(0);
    expect((await store.world.control.read()).breaker).toBeUndefined();
  });

  test('runs on where the counts cannot be read', async () => {
    const store = open();
    const reputation = { ...store.world.reputation, since: () => Promise.reject(new Error('away')) };
    const swept = await reconcile({ ...store.engine, world: { ...store.world, reputation } });
    expect(swept.onlyCounted).toBe(false);
  });
});

test('while the breaker holds marketing, transactional mail goes and marketing waits for a person', async () => {
  const store = open();
  await put(store, 1000, 0, 1);
  expect(await sweep(store)).toBe(2);
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
  await store.pass('2026-03-14T02:30:00Z');
  expect(store.world.mailer.mails.map(({ tags }) => tags.kind)).toEqual(['transactional']);
  await resume(store);
  await store.pass({ hours: 1 });
  expect(store.world.mailer.mails.map(({ tags }) => tags.kind)).toEqual(['transactional', 'marketing']);
});

describe('a batch of what the mail service tells', () => {
  const inbox = { bury: async () => {}, delay: async () => {} };
  const told = async (store: StoreInMemory, ...envelopes: object[]) =>
    takeFeedbackBatch(
      { ...store.world, inbox },
      store.engine,
      envelopes.map((body, n) => ({ messageId: `m-${n}`, body: JSON.stringify(body) })) as never,
    );

  async function storeWithMarketing() {
    const store = open();
    await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
    await store.pass('2026-03-14T02:30:00Z');
    const [thanks, marketing] = store.world.mailer.mails;
    if (!thanks || marketing?.tags.kind !== 'marketing') throw new Error('not the mails of this story');
    return { store, thanks, marketing };
  }
  const bounce = (bounceSubType: string, bounceType = 'Permanent') => ({
    bounce: { bounceType, bounceSubType, bouncedRecipients: [] },
  });

  test('is counted by one write, each kind by itself, to the hour in which the mail was sent', async () => {
    const { store, marketing } = await storeWithMarketing();
    await store.put(store.event('OrderPlaced', orderDetail('o-2', store.world.clock.now().toString())));
    await store.pass({ minutes: 30 });
    const thanks = store.world.mailer.mails.at(-1) ?? marketing;
    const added: unknown[][] = [];
    const { add } = store.world.reputation;
    store.world.reputation.add = (...all) => {
      added.push(all);
      return add(...all);
    };
    await told(
      store,
      sesEnvelope('Email Sent', marketing),
      sesEnvelope('Email Sent', marketing),
      sesEnvelope('Email Sent', thanks),
      sesEnvelope('Email Bounced', marketing, bounce('General')),
      sesEnvelope('Email Bounced', thanks, bounce('General')),
      sesEnvelope('Email Delivered', marketing),
    );
    expect(added.map(([at]) => String(at))).toEqual(['2026-03-14T01:00:00Z', '2026-03-14T02:00:00Z']);
    expect(added.map(([, counts]) => counts)).toEqual([
      { ...noCountsByKind, marketing: { sent: 1, bounced: 1, complained: 0 } },
      { ...noCountsByKind, transactional: { sent: 1, bounced: 1, complained: 0 } },
    ]);
    await told(store, sesEnvelope('Email Bounced', marketing, bounce('General')));
    expect(added).toHaveLength(2);
  });

  test.each([
    ['OnAccountSuppressionList', 'Permanent'],
    ['EmailValidationSuppressed', 'Permanent'],
    ['MailboxFull', 'Transient'],
    ['Undetermined', 'Undetermined'],
  ])('counts no bounce of the kind %s: it is none against the sender', async (subType, type) => {
    const { store, marketing } = await storeWithMarketing();
    await told(store, sesEnvelope('Email Bounced', marketing, bounce(subType, type)));
    const since = store.world.clock.now().subtract({ hours: 100 });
    expect(await store.world.reputation.since(since)).toEqual(noCountsByKind);
  });

  test('is not counted of a mail too old for the breaker to ask of', async () => {
    const { store, marketing } = await storeWithMarketing();
    const sent = store.world.clock.now();
    await store.pass({ hours: 26 });
    await told(store, sesEnvelope('Email Bounced', marketing, bounce('General')));
    const since = sent.subtract({ hours: 2 });
    expect(await store.world.reputation.since(since)).toEqual(noCountsByKind);
  });

  test('is taken in though it cannot be counted', async () => {
    const { store, marketing } = await storeWithMarketing();
    store.world.reputation.add = () => Promise.reject(new Error('away'));
    expect(await told(store, sesEnvelope('Email Sent', marketing))).toEqual({ batchItemFailures: [] });
  });
});
