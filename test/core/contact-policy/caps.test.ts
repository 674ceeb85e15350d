/** Caps by topic and content, the space after a hold, and several reasons to wait at once. */
import { expect, test } from 'vitest';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Send } from '../../../shared/core/language/steps.ts';
import type { EngineSettings } from '../../../shared/core/record/engine-settings.ts';
import { consent, event, placed } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { marketing, send, transactional, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const paused = { all: false, marketing: false, scenarios: [] as string[] };

/** A story of one message, so many hours after the order. */
const scenario = (id: string, hours: number, parts: Partial<Send> = {}, rest: Partial<Scenario> = {}) =>
  marketing({
    id,
    ...rest,
    steps: [waitFor('wait', { hours }), send('b', { expiry: { days: 9 }, ...parts })],
  });

const settings = (parts: Partial<EngineSettings>) => ({ settings: parts });
const loose = { quietHours: null, hoursApart: 0 } as const;

test('a cap on offers holds offers alone, and counts them alone', () => {
  const store = storeWith(
    [
      scenario('one', 1, { content: 'offer' }),
      scenario('two', 2, { content: 'offer' }),
      scenario('three', 3, { content: 'brand' }),
    ],
    settings({ ...loose, caps: [{ max: 1, days: 7, content: 'offer' }] }),
  );
  const history = store.given(placed('o-1', monday), timer('one'));
  history.when(timer('three')).then({ sent: ['b'] });
  history.when(timer('two')).then({ because: 'cap-reached', armed: ['2026-03-09 10:00'] });
});

test('a cap on a topic counts the message’s own topic before the scenario’s', () => {
  const store = storeWith(
    [scenario('one', 1, { topic: 'news' }), scenario('two', 2), scenario('three', 3, { topic: 'news' })],
    settings({ ...loose, caps: [{ max: 1, days: 3, topic: 'news' }] }),
  );
  const history = store.given(placed('o-1', monday), timer('one'));
  history.when(timer('two')).then({ sent: ['b'] });
  history.when(timer('three')).then({ because: 'cap-reached', armed: ['2026-03-05 10:00'] });
});

test('a course is outside the caps that except it: it neither waits for them nor fills them', () => {
  const store = storeWith(
    [
      scenario('one', 1),
      scenario('course', 2, { topic: 'course' }),
      scenario('again', 3, { topic: 'course' }),
      scenario('two', 26),
    ],
    settings({ ...loose, caps: [{ max: 1, days: 1, exceptTopics: ['course'] }] }),
  );
  const asked = store.given(placed('o-1', monday), consent('2026-03-02 12:31', true, ['course']));
  const history = store
    .from(asked.customer)
    .when(timer('one'))
    .then({ sent: ['b'] });
  const course = history
    .when(timer('course'))
    .then({ sent: ['b'] })
    .when(timer('again'))
    .then({ sent: ['b'] });
  course.when(timer('two')).then({ sent: ['b'] });
});

test('of several caps every one must have room, and the one that is full longest decides', () => {
  const caps = [
    { max: 1, days: 1 },
    { max: 2, days: 7 },
    { max: 1, days: 10, content: 'offer' as const },
  ];
  const store = storeWith(
    [
      scenario('one', 1, { content: 'offer' }),
      scenario('two', 2, { content: 'offer' }),
      scenario('three', 3),
    ],
    settings({ ...loose, caps }),
  );
  const history = store.given(placed('o-1', monday), timer('one'));
  history.when(timer('three')).then({ because: 'cap-reached', armed: ['2026-03-03 10:00'] });
  // The third cap has room again on the 12th; the message lives until the 11th.
  history.when(timer('two')).then({ skipped: ['b: cap-reached'], armed: [] });
});

test('after a hold the next message keeps its distance: two held overnight do not go together', () => {
  const store = storeWith(
    [scenario('one', 10), scenario('two', 11)],
    settings({ caps: [{ max: 2, days: 1 }], hoursApart: 12 }),
  );
  const history = store.given(placed('o-1', monday), timer('one'), timer('two'));
  const first = history.when(timer('one')).then({ sent: ['b'] });
  const wall = first.when(timer('two')).then({ because: 'quiet-hours', armed: ['2026-03-03 20:00'] });
  wall.when(timer('two')).then({ sent: ['b'] });
});

test('the message after a held one keeps its distance, though it was not held itself', () => {
  storeWith(
    [scenario('one', 10), scenario('two', 24)],
    settings({ caps: [{ max: 2, days: 1 }], hoursApart: 12 }),
  )
    .given(placed('o-1', monday), timer('one'), timer('one'))
    .when(timer('two'))
    .then({ because: 'cap-reached', armed: ['2026-03-03 20:00'] });
});

test('without a hold two messages may follow one another as closely as the caps let them', () => {
  storeWith(
    [scenario('one', 1), scenario('two', 2)],
    settings({ caps: [{ max: 2, days: 1 }], hoursApart: 12 }),
  )
    .given(placed('o-1', monday), timer('one'))
    .when(timer('two'))
    .then({ sent: ['b'] });
});

test('a message that comes late keeps its distance too, whatever made it late', () => {
  const store = storeWith(
    [
      scenario('one', 1),
      marketing({ id: 'two', steps: [waitFor('wait', { minutes: 30 }), send('b', { expiry: { days: 9 } })] }),
    ],
    settings({ quietHours: null, caps: [{ max: 2, days: 1 }], hoursApart: 12 }),
  );
  store
    .given(placed('o-1', monday), timer('one'))
    .when(timer('two', '2026-03-02 13:45'))
    .then({ sent: [], armed: ['2026-03-03 01:30'] });
});

test('of several reasons to wait the longest is told', () => {
  const store = storeWith([scenario('one', 1), scenario('two', 10)], {
    settings: { caps: [{ max: 1, days: 1 }] },
    brakes: { paused: { ...paused, scenarios: ['two'] } },
  });
  store
    .given(placed('o-1', monday), timer('one'))
    .when(timer('two'))
    .then({ because: 'cap-reached', armed: ['2026-03-03 10:00'] });
});

test('an order’s own message knows none of it', () => {
  const notice = transactional({ steps: [waitFor('wait', { hours: 10 }), send('thanks')] });
  const store = storeWith([scenario('one', 9), notice], {
    settings: {
      caps: [{ max: 1, days: 1 }],
      quietHours: { from: '20:00', to: '08:00' },
      controlGroup_percent: 50,
    },
  });
  for (const order of ['o-1', 'o-2', 'o-3']) {
    const { customer } = store
      .given(placed(order, monday))
      .when(timer('thanks'))
      .then({ sent: ['thanks'] });
    expect(customer.sends).toMatchObject([{ kind: 'transactional', state: 'claimed' }]);
  }
});

test('the consent asked is that of the message’s own topic', () => {
  const offer = scenario('one', 1, { topic: 'offers' });
  const history = storeWith([offer]).given(
    placed('o-1', monday),
    consent('2026-03-02 12:31', false, ['offers']),
  );
  history.when(timer('one')).then({ skipped: ['b: no-consent'] });
});

test('a message by another channel needs no address', () => {
  const line = scenario('one', 1, { channel: 'line' });
  const order = placed('o-1', monday, { customer: { email: undefined } });
  const joined = event('ConsentChanged', '2026-03-02 12:29', { consent: { granted: true, channel: 'line' } });
  storeWith([line]).given(joined, order).when(timer('one')).then({ because: 'completed', skipped: [] });
});
