/** Enrolments that can have no effect: they cost nothing, keep their place, and wake by a grant. */
import { expect, test } from 'vitest';
import { maySleep } from '../../shared/core/enrolments/sleep/sleepers.ts';
import type { Step } from '../../shared/core/language/steps.ts';
import type { Enrolment } from '../../shared/core/record/customer.ts';
import { marketing } from '../support/scenarios.ts';
import { letters, silentStore } from '../support/silent-store.ts';

test('without consent a story of letters has no timer, no message and no touchpoint', async () => {
  const store = await silentStore([letters]);
  expect((await store.record()).enrolments).toMatchObject([{ asleep: true, step: 'first' }]);
  expect((await store.record()).alarms).toBeUndefined();
  const version = (await store.record()).version;
  await store.pass({ days: 60 });
  expect(store.world.timers.pending()).toEqual([]);
  expect(await store.touchpoints('c-1')).toEqual([]);
  expect((await store.record()).version).toBe(version);
});

test('a grant brings the letters that are still ahead, and none of those whose time is over', async () => {
  const store = await silentStore([letters]);
  await store.pass({ days: 10 });
  await store.says(true);
  await store.pass({ days: 30 });
  expect(store.mails()).toEqual(['2026-03-16 12:30 b', '2026-03-23 12:30 c']);
});

test('a letter that is due within minutes of the grant goes at its time', async () => {
  const store = await silentStore([letters]);
  await store.pass('2026-03-09T03:25:00Z');
  await store.says(true);
  await store.pass({ minutes: 30 });
  expect(store.mails()).toEqual(['2026-03-09 12:30 a']);
});

test('where the time of the story is over it has ended when it would have, whenever something happens', async () => {
  const store = await silentStore([
    marketing({ ...letters, trigger: { on: 'OrderPlaced', oncePer: 'ever', whileRunning: 'ignore' } }),
  ]);
  await store.pass({ days: 50 });
  expect((await store.record()).enrolments).toMatchObject([{ step: 'first' }]);
  await store.orders('o-2');
  const { enrolments, ended } = await store.record();
  expect(enrolments).toEqual([]);
  expect(ended).toMatchObject([{ because: 'completed' }]);
  expect(ended[0]?.at.toString()).toBe('2026-03-23T03:30:00Z');
});

test('a withdrawal puts to sleep what waits, and a later grant wakes it where it is by then', async () => {
  const store = await silentStore([letters]);
  await store.says(true);
  await store.pass({ days: 8 });
  await store.says(false);
  await store.pass({ days: 7 });
  await store.says(true);
  await store.pass({ days: 30 });
  expect(store.mails()).toEqual(['2026-03-09 12:30 a', '2026-03-23 12:30 c']);
  expect((await store.touchpoints('c-1')).map(({ step, state }) => `${step} ${state}`)).toEqual([
    'a sent',
    'c sent',
  ]);
});

test('another topic wakes nobody, and one of several topics wakes the whole story', async () => {
  const mixed = marketing({
    ...letters,
    steps: letters.steps.map((step) => (step.id === 'c' ? { ...step, topic: 'offers' } : step) as Step),
  });
  const store = await silentStore([mixed]);
  await store.says(true, ['news']);
  expect((await store.record()).enrolments).toMatchObject([{ asleep: true }]);
  await store.says(true, ['offers']);
  expect((await store.record()).enrolments.map(({ asleep }) => asleep)).toEqual([undefined]);
  await store.pass({ days: 30 });
  expect(store.mails()).toEqual(['2026-03-23 12:30 c']);
  expect((await store.touchpoints('c-1')).map(({ because }) => because)).toEqual(
    expect.arrayContaining(['no-consent']),
  );
});

test.each<[string, Step]>([
  ['a label at its end', { id: 'told', kind: 'set', addLabels: ['told'] }],
  [
    'a task for people at its end',
    { id: 'told', kind: 'emit', event: 'HumanTask', detail: { reason: 'told' } },
  ],
])('a story with %s does not sleep, and does it in time', async (_, last) => {
  const store = await silentStore([marketing({ ...letters, steps: [...letters.steps, last] })]);
  await store.pass({ days: 22 });
  const { labels } = await store.record();
  expect([
    ...labels,
    ...store.world.bus.published.map(({ name }) => name).filter((name) => name === 'HumanTask'),
  ]).toHaveLength(1);
});

test('who is held out does not sleep: each message is to be told as left out', async () => {
  const store = await silentStore([letters]);
  const customer = await store.record();
  const [entered] = customer.enrolments as [Enrolment];
  const { book, decisions } = store.engine;
  const sleepsWith = (controlGroup_percent: number, holdout: number, side?: Enrolment['side']) =>
    maySleep(
      customer,
      { ...entered, side },
      {
        book: { ...book, find: () => ({ ...letters, holdout }), reachOf: () => book.reachOf(letters) },
        settings: { ...decisions, controlGroup_percent },
      },
    );
  expect([sleepsWith(0, 0), sleepsWith(100, 0), sleepsWith(0, 100)]).toEqual([true, false, false]);
  // Once a side is told, no setting of later moves the customer to the other.
  expect([sleepsWith(100, 100, 'treated'), sleepsWith(0, 0, 'control'), sleepsWith(0, 0, 'holdout')]).toEqual(
    [true, false, false],
  );
});
