/** Waits that only another wait follows: no timer comes for them, and nothing else is any different. */
import { expect, test } from 'vitest';
import { atPresent, laidToSleep } from '../../shared/core/enrolments/sleep/to-the-present.ts';
import type { Step } from '../../shared/core/language/steps.ts';
import { withAlarms } from '../../shared/core/record/alarm/alarms.ts';
import { alarmsSaved } from '../../shared/core/record/alarm/alarms-owed.ts';
import { wakingOf } from '../../shared/core/record/sweep-moment.ts';
import { surroundingsNow } from '../../shared/service/saving/engine.ts';
import { branch, marketing, waitFor } from '../support/scenarios.ts';
import { letter, letters, silentStore, week } from '../support/silent-store.ts';

const story = (...steps: Step[]) => marketing({ ...letters, steps });
const twoWaits = story(waitFor('first', week), waitFor('second', week), letter('a'));

/** With consent from the start. */
async function grantedStore(scenario: ReturnType<typeof story>) {
  const store = await silentStore([scenario]);
  await store.says(true);
  return store;
}

const dues = ({ world }: Awaited<ReturnType<typeof silentStore>>) =>
  world.timers.pending().map(({ due }) => due.toString());

test('one timer is armed for two waits, and the letter goes at its time', async () => {
  const store = await grantedStore(twoWaits);
  expect(dues(store)).toEqual(['2026-03-16T03:30:00Z']);
  expect((await store.record()).enrolments).toMatchObject([{ step: 'first', doze: { over: 1 } }]);
  const { version } = await store.record();
  await store.pass({ days: 15 });
  expect(store.mails()).toEqual(['2026-03-16 12:30 a']);
  expect((await store.record()).version).toBe(version + 1);
});

test('whatever happens on the way finds the story where it is by then, and its timer stays', async () => {
  const store = await grantedStore(twoWaits);
  await store.pass({ days: 10 });
  await store.says(true, ['news']);
  expect((await store.record()).enrolments).toMatchObject([{ step: 'second', arm: 2 }]);
  expect((await store.record()).enrolments[0]?.doze).toBeUndefined();
  await store.pass({ days: 10 });
  expect(store.mails()).toEqual(['2026-03-16 12:30 a']);
});

test('an answer that comes after its time is none, though no timer has said so', async () => {
  const answered: Step = {
    id: 'answer',
    kind: 'wait',
    event: { on: 'SurveyAnswered' },
    atMost: week,
    then: 'a',
    else: 'calm',
  };
  const store = await grantedStore(story(answered, waitFor('calm', week), letter('b'), letter('a')));
  await store.pass({ days: 8 });
  const survey = { id: 's', answers: [{ question: 'q', value: 1 }] };
  const detail = { eventId: 's-1', occurredAt: '2026-03-10T03:31:00Z', customer: { id: 'c-1' }, survey };
  await store.put(store.event('SurveyAnswered', detail));
  await store.drain();
  await store.pass({ hours: 1 });
  expect(store.mails()).toEqual([]);
  await store.pass({ days: 7 });
  expect(store.mails()[0]).toBe('2026-03-16 12:30 b');
});

test.each([20, 14, 8, 2])(
  'whatever happens %i minutes before the end of a wait, the story dozes on, and the sweep finds nobody',
  async (minutes) => {
    const store = await grantedStore(twoWaits);
    await store.pass({ days: 6, hours: 23, minutes: 59 - minutes });
    await store.says(true, ['news']);
    expect((await store.record()).enrolments).toMatchObject([{ step: 'first', doze: { over: 1 } }]);
    expect(dues(store)).toEqual(['2026-03-16T03:30:00Z']);
    expect(wakingOf(await store.record()).any?.toString()).toBe('2026-03-16T03:45:00Z');
    await store.pass({ days: 8 });
    expect(store.mails()).toEqual(['2026-03-16 12:30 a']);
  },
);

test('a story that must not doze on, since other code would do more than wait, comes at once', async () => {
  const store = await grantedStore(twoWaits);
  await store.pass({ days: 8 });
  const before = await store.record();
  const around = surroundingsNow(store.engine);
  const other = story(waitFor('first', week), letter('b'), waitFor('second', week), letter('a'));
  const book = { ...around.book, find: () => other };
  const saved = laidToSleep(atPresent(before, { ...around, book }), { ...around, book });
  const [enrolment] = saved.enrolments;
  const owed = alarmsSaved(before, withAlarms(saved, around.at), around.at);
  expect(owed).toMatchObject([{ do: 'arm', message: { enrolment: enrolment?.id, arm: enrolment?.arm } }]);
});

test('a way that an order may change meanwhile is asked anew at each save', async () => {
  const asks = branch('asks', { the: 'customer.lifecycle.orders', atLeast: 2 }, 'a', 'second');
  const store = await grantedStore(
    marketing({
      trigger: { on: 'OrderPlaced', oncePer: 'ever', whileRunning: 'ignore' },
      steps: [waitFor('first', week), asks, waitFor('second', week), letter('a')],
    }),
  );
  expect(dues(store)).toEqual(['2026-03-16T03:30:00Z']);
  await store.orders('o-2');
  await store.pass({ days: 8 });
  expect(store.mails()).toEqual(['2026-03-09 12:30 a']);
});

test.each<[string, Step]>([
  ['a label', { id: 'told', kind: 'set', addLabels: ['told'] }],
  ['a task', { id: 'told', kind: 'emit', event: 'HumanTask', detail: { reason: 'told' } }],
])('%s between two waits is not put off to the end of the second', async (_, step) => {
  const store = await grantedStore(story(waitFor('first', week), step, waitFor('second', week), letter('a')));
  expect(dues(store)).toEqual(['2026-03-09T03:30:00Z']);
  await store.pass({ days: 8 });
  const { labels } = await store.record();
  const tasks = store.world.bus.published.filter(({ name }) => name === 'HumanTask');
  expect([...labels, ...tasks]).toHaveLength(1);
});

test('where other code would do more than wait, the timer that was armed decides', async () => {
  const store = await grantedStore(twoWaits);
  const customer = await store.record();
  const armed = store.world.timers.pending().map(({ message }) => message);
  await store.pass({ days: 8 });
  const around = surroundingsNow(store.engine);
  const other = story(waitFor('first', week), letter('b'), waitFor('second', week), letter('a'));
  const book = { ...around.book, find: () => other };
  const [enrolment] = atPresent(customer, { ...around, book }).enrolments;
  expect(enrolment).toMatchObject({ step: 'first', doze: undefined });
  expect(armed).toMatchObject([{ arm: enrolment?.arm }]);
});
