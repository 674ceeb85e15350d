/** Entries and exits that follow from what she has come to be, by a fact or by time alone. */
import { expect, test } from 'vitest';
import type { Segment } from '../../../shared/core/language/segment.ts';
import { event, placed, updated } from '../../support/events.ts';
import { late, look, storeWith, timer } from '../../support/given.ts';
import { branch, exit, marketing, send, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const tuesday = '2026-03-03 12:30';
const segments: readonly Segment[] = [
  { name: 'buyer', means: 'Has bought.', is: { the: 'customer.lifecycle.orders', atLeast: 1 } },
  {
    name: 'asleep',
    means: 'Has not bought for 90 days.',
    is: { the: 'customer.lifecycle.lastOrderAt', daysAgoAtLeast: 90 },
  },
  { name: 'warm', means: 'Is labelled warm.', is: { the: 'customer.labels', is: 'warm' } },
];
const steps = [waitFor('days', { days: 2 }), send('b')];
/** Every change is told: what begins by one begins beside what others hear of it. */
const told = { segments, settings: { segmentsTold: segments.map(({ name }) => name) } };
const onSegment = (id: string, segment: string, when: 'entered' | 'left' = 'entered') =>
  marketing({
    id,
    steps,
    trigger: { segment: segment as never, when, oncePer: { every: { days: 30 } }, whileRunning: 'ignore' },
  });

test('a fact that moves her into a segment lets her into the story of that, at once', () => {
  storeWith([onSegment('welcome', 'buyer')], told)
    .given()
    .when(placed('o-1', monday))
    .then({
      because: 'entered',
      running: ['welcome@days until 2026-03-04 12:30'],
      armed: ['2026-03-04 12:30'],
      published: ['SegmentChanged'],
    })
    .when(placed('o-2', tuesday))
    .then({ because: 'applied', published: [] });
});

test('a segment that nobody is told of lets in all the same', () => {
  storeWith([onSegment('welcome', 'buyer'), onSegment('wake', 'asleep')], { segments })
    .given()
    .when(placed('o-1', monday))
    .then({ because: 'entered', running: ['welcome@days until 2026-03-04 12:30'], published: [] })
    .when(look('2026-05-31 12:30'))
    .then({
      because: 'entered',
      running: ['welcome@days until 2026-03-04 12:30', 'wake@days until 2026-06-02 12:30'],
      published: [],
    });
});

test('a repeat of the fact arms and publishes the same again, and changes nothing', () => {
  const history = storeWith([onSegment('welcome', 'buyer')], told).given(placed('o-1', monday));
  const again = history.when(placed('o-1', monday));
  again.then({ because: 'duplicate-event', armed: ['2026-03-04 12:30'], published: ['SegmentChanged'] });
  expect(again.customer).toBe(history.customer);
  expect(
    again.effects.filter((effect) => effect.do === 'arm' && effect.message.kind === 'look'),
  ).toHaveLength(1);
});

test('a fact of long ago moves her, and lets nobody in', () => {
  storeWith([onSegment('welcome', 'buyer')], { segments })
    .given()
    .when(late(placed('o-1', monday), '2026-03-20 12:30'))
    .then({ because: 'too-late', running: [] });
});

test('time alone moves her into a segment, and a look lets her in', () => {
  storeWith([onSegment('wake', 'asleep')], { segments })
    .given(placed('o-1', monday))
    .when(look('2026-05-31 12:30'))
    .then({ because: 'entered', running: ['wake@days until 2026-06-02 12:30'] });
});

test('leaving a segment lets in as well', () => {
  storeWith([onSegment('back', 'asleep', 'left')], { segments })
    .given(placed('o-1', monday), look('2026-06-01 12:30'))
    .when(placed('o-2', '2026-06-10 12:30'))
    .then({ because: 'entered' });
});

test('what a new story writes of her moves her at once, and the story of that begins too', () => {
  const labels = marketing({
    id: 'labels',
    trigger: { on: 'CustomerUpdated', oncePer: 'ever', whileRunning: 'ignore' },
    steps: [{ id: 'mark', kind: 'set', addLabels: ['warm'] }, ...steps],
  });
  storeWith([labels, onSegment('warmth', 'warm')], told)
    .given()
    .when(updated(monday, { name: 'Hana' }))
    .then({ because: 'entered, entered', published: ['SegmentChanged'] });
});

test('a branch that an event opens sees the segments that the event has moved her to', () => {
  const sorting = marketing({
    id: 'sorting',
    trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'ignore' },
    steps: [branch('which', { the: 'customer.segments', is: 'buyer' }, 'days', 'end'), ...steps, exit('end')],
  });
  storeWith([sorting], { segments })
    .given()
    .when(placed('o-1', monday))
    .then({
      running: ['sorting@days until 2026-03-04 12:30'],
    });
});

test('a state on segments ends a story with the fact that brings it about', () => {
  const asking = marketing({
    id: 'asking',
    trigger: { on: 'CustomerUpdated', oncePer: 'ever', whileRunning: 'ignore' },
    exitOn: [{ when: { the: 'customer.segments', is: 'buyer' } }],
    steps,
  });
  storeWith([asking], { segments })
    .given(updated(monday, { name: 'Hana' }))
    .when(placed('o-1', tuesday))
    .then({ because: 'exit-rule', ended: ['asking: exit-rule'] });
});

test('a state that time alone brings about is asked again when the message is due', () => {
  const asking = marketing({
    id: 'asking',
    trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'ignore' },
    exitOn: [{ when: { the: 'customer.lifecycle.lastOrderAt', daysAgoAtLeast: 2 } }],
    steps,
  });
  storeWith([asking])
    .given(placed('o-1', monday))
    .when(timer('asking'))
    .then({ because: 'exit-rule', sent: [], ended: ['asking: exit-rule'] });
});

test('a replay that tells facts moves her between segments and lets nobody in', () => {
  const replayed = { ...placed('o-1', monday), replay: 'facts' as const };
  const { customer } = storeWith([onSegment('welcome', 'buyer')], { segments })
    .given()
    .when(late(replayed, tuesday))
    .then({ running: [] });
  expect(Object.keys(customer.segments)).toEqual(['buyer']);
});

test('an event about nothing of a segment leaves them as they are', () => {
  const history = storeWith([onSegment('welcome', 'buyer')], { segments }).given(placed('o-1', monday));
  const { customer } = history.when(event('CustomerUpdated', tuesday));
  expect(customer.segments).toEqual(history.customer.segments);
});
