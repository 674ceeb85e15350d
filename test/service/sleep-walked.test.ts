/** Where who sleeps is when something happens: where their timers would have brought them. */
import { expect, test } from 'vitest';
import { openBook } from '../../shared/core/language/scenario-book.ts';
import type { Step } from '../../shared/core/language/steps.ts';
import { lookNow } from '../../shared/service/sending/handle-look.ts';
import { branch, exit, marketing, waitFor } from '../support/scenarios.ts';
import { catalogue } from '../support/shipped.ts';
import { letter, letters, monday, silent, silentStore, week } from '../support/silent-store.ts';
import { orderDetail } from '../support/store-in-memory.ts';

test('an event it waits for moves a sleeping story, and its goal and its exits end it', async () => {
  const asked: Step = {
    id: 'answer',
    kind: 'wait',
    event: { on: 'ReviewPosted' },
    atMost: { days: 20 },
    then: 'b',
    else: 'a',
  };
  const waits = marketing({
    ...letters,
    goal: undefined,
    exitOn: ['OrderCancelled'],
    steps: [asked, letter('a'), exit('end'), letter('b'), waitFor('long', { days: 90 })],
  });
  const store = await silentStore([waits]);
  const review = { productId: 'p-1', rating: 5 };
  await store.pass({ days: 5 });
  const occurredAt = store.world.clock.now().toString();
  await store.put(store.event('ReviewPosted', { eventId: 'r', occurredAt, customer: { id: 'c-1' }, review }));
  await store.pass({ days: 5 });
  await store.says(true);
  expect((await store.record()).enrolments).toMatchObject([{ step: 'long' }]);
  expect(store.mails()).toEqual([]);
  const cancelled = {
    ...orderDetail('o-1', monday, { customer: silent }),
    eventId: 'gone',
    occurredAt: store.world.clock.now().toString(),
  };
  await store.put(store.event('OrderCancelled', cancelled));
  await store.drain();
  expect((await store.record()).enrolments).toMatchObject([{ ended: { because: 'exit-rule' } }]);
});

test('which way a branch leads is asked of the record as it was when she would have come to it', async () => {
  const twice = branch('again', { the: 'customer.lifecycle.orders', moreThan: 1 }, 'month', 'a');
  const forked = marketing({
    ...letters,
    trigger: { on: 'OrderPlaced', oncePer: 'ever', whileRunning: 'ignore' },
    steps: [
      waitFor('first', week),
      twice,
      letter('a'),
      waitFor('second', week),
      letter('b'),
      exit('end'),
      waitFor('month', { days: 30 }),
      letter('c'),
    ],
  });
  const store = await silentStore([forked]);
  await store.pass({ days: 10 });
  await store.orders('o-2');
  await store.says(true);
  await store.pass({ days: 60 });
  expect(store.mails()).toEqual(['2026-03-16 12:30 b']);
});

test('a group is free from the moment its sleeping story would have ended', async () => {
  const first = marketing({
    ...letters,
    id: 'first',
    group: 'g',
    trigger: { on: 'OrderPlaced', oncePer: 'ever', whileRunning: 'ignore' },
  });
  const next = marketing({
    ...letters,
    id: 'next',
    group: 'g',
    trigger: { on: 'ReviewPosted', oncePer: 'ever', whileRunning: 'ignore' },
  });
  const store = await silentStore([first, next]);
  const review = async (id: string) => {
    const occurredAt = store.world.clock.now().toString();
    await store.put(
      store.event('ReviewPosted', {
        eventId: id,
        occurredAt,
        customer: { id: 'c-1' },
        review: { productId: id, rating: 5 },
      }),
    );
    await store.drain();
    return (await store.record()).enrolments.some(({ scenario, ended }) => scenario === 'next' && !ended);
  };
  await store.pass('2026-03-23T03:29:00Z');
  expect(await review('r-1')).toBe(false);
  await store.pass('2026-03-23T03:31:00Z');
  expect(await review('r-2')).toBe(true);
});

test('what has nothing left to send sleeps too, and holds its place to its end', async () => {
  const held = marketing({ ...letters, steps: [letter('a'), waitFor('quiet', { days: 30 })] });
  const store = await silentStore([held]);
  await store.says(true);
  await store.orders('o-2');
  await store.pass({ days: 1 });
  const open = (await store.record()).enrolments.filter(({ ended }) => !ended);
  expect(open.map(({ step, asleep }) => [step, asleep])).toContainEqual(['quiet', true]);
  expect(store.world.timers.pending()).toEqual([]);
});

test('a state that ends the story by time alone is asked at each letter on the way', async () => {
  const until = { when: { the: 'customer.lifecycle.lastOrderAt', daysAgoAtLeast: 10 } } as const;
  const store = await silentStore([
    marketing({
      ...letters,
      trigger: { on: 'OrderPlaced', oncePer: 'ever', whileRunning: 'ignore' },
      exitOn: [until],
    }),
  ]);
  await store.pass({ days: 40 });
  await store.says(true);
  const { ended } = await store.record();
  expect(ended.map(({ because, at }) => `${because} ${at}`)).toEqual(['exit-rule 2026-03-16T03:30:00Z']);
});

test('a new version that tells somebody something wakes who sleeps, once everybody is looked at', async () => {
  const store = await silentStore([letters]);
  const told: Step = { id: 'told', kind: 'emit', event: 'HumanTask', detail: { reason: 'told' } };
  const next = marketing({
    ...letters,
    version: 2,
    inFlight: { move: { first: 'first', second: 'second', third: 'third' } },
    steps: [...letters.steps, told],
  });
  await store.pass({ days: 10 });
  const book = openBook([letters, next], catalogue);
  await lookNow({ ...store.engine, book }, 'c-1');
  expect((await store.record()).enrolments).toMatchObject([{ version: 2, step: 'second' }]);
  expect((await store.record()).enrolments.map(({ asleep }) => asleep)).toEqual([undefined]);
  expect(store.world.timers.pending().map(({ due }) => due.toString())).toEqual(['2026-03-16T03:30:00Z']);
});

test('who sleeps waits as the version says into which a look has taken them', async () => {
  const long = marketing({ ...letters, steps: [waitFor('long', { days: 30 }), letter('a')] });
  const short = marketing({
    ...letters,
    version: 2,
    inFlight: { move: { long: 'short' } },
    steps: [waitFor('short', { days: 3 }), letter('a')],
  });
  const store = await silentStore([long]);
  await store.pass({ days: 1 });
  await lookNow({ ...store.engine, book: openBook([long, short], catalogue) }, 'c-1');
  const [enrolment] = (await store.record()).enrolments;
  expect(enrolment).toMatchObject({ version: 2, step: 'short', asleep: true });
  expect(enrolment?.due.toString()).toBe('2026-03-05T03:30:00Z');
});
