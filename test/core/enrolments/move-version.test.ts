import { expect, test } from 'vitest';
import { days } from '../../../shared/core/values/duration.ts';
import { event, placed } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { send, transactional, waitFor } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';
const old = transactional({ steps: [waitFor('short', days(1)), send('thanks')] });
const anew = (parts: object) =>
  transactional({ version: 2, steps: [waitFor('long', days(1)), send('thanks', { id: 'later' })], ...parts });
const inside = storeWith([old]).given(placed('o-1', monday)).customer;
const view = event('ProductViewed', '2026-03-02 13:00', { product: { id: 'p-1' } });

test('a run goes over to the version that names its step, by its timer, and is decided there', () => {
  const store = storeWith([old, anew({ inFlight: { move: { short: 'long' } } })]);
  const moved = store.from(inside).when(timer('thanks')).then({ because: 'moved-version', sent: [] });
  const enrolment = moved.running('thanks');
  expect([enrolment.version, enrolment.step, enrolment.id]).toEqual([2, 'long', inside.enrolments[0]?.id]);
  moved.when(timer('thanks')).then({ sent: ['thanks'] });
});

test('a run goes over by an event too, with a timer of its own', () => {
  const store = storeWith([old, anew({ inFlight: { move: { short: 'long' } } })]);
  const [before] = inside.enrolments;
  const moved = store.from(inside).when(view);
  const [enrolment] = moved.customer.enrolments;
  expect([enrolment?.version, enrolment?.step]).toEqual([2, 'long']);
  expect(enrolment?.arm).toBeGreaterThan(before?.arm ?? 0);
  expect(moved.outcome.armed).toEqual(['2026-03-03 12:30']);
});

test.each([{}, { inFlight: 'stay' }, { inFlight: { move: { other: 'long' } } }])(
  'a run stays in its version where the newer one says %j',
  (parts) => {
    const stayed = storeWith([old, anew(parts)])
      .from(inside)
      .when(timer('thanks'))
      .then({ sent: ['thanks'] });
    expect(stayed.customer.enrolments[0]?.version).toBe(1);
  },
);
