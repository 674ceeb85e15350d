/** Who waits for a group: what must be true still, who stays awake for it, and how many may. */
import { expect, test } from 'vitest';
import { withEnrolmentsErased } from '../../../shared/core/enrolments/erase-enrolments.ts';
import { laidToSleep } from '../../../shared/core/enrolments/sleep/to-the-present.ts';
import { decodeRecord, encodeRecord } from '../../../shared/core/record/record-codec.ts';
import { holder, monday, parcel, sample, slow } from '../../support/a-taken-group.ts';
import { at, cancelled, cart, consent, placed, registered, updated } from '../../support/events.ts';
import { look, storeWith, timer, word } from '../../support/given.ts';
import { marketing, send, waitUntil } from '../../support/scenarios.ts';

test('a scenario that was switched off meanwhile, and an order that came to nothing, let nobody in', () => {
  const waits = storeWith([holder, sample()]).given(placed('o-1', monday), parcel('s-1', '2026-03-05 09:00'));
  const off = storeWith([holder, sample({ enabled: false })])
    .from(waits.customer)
    .when(timer('holder'))
    .then({ running: [] });
  expect(off.customer.waiting).toBeUndefined();
  const ofOrder = marketing({
    id: 'of-order',
    group: 'care',
    whenTaken: 'wait',
    steps: slow,
    trigger: { on: 'OrderPlaced' },
  });
  const first = marketing({
    id: 'first',
    group: 'care',
    steps: slow,
    trigger: { on: 'CartUpdated', oncePer: 'cart' },
  });
  storeWith([first, ofOrder])
    .given(cart('k', monday, 'p'), placed('o-1', '2026-03-02 13:00'), cancelled('o-1', '2026-03-03 09:00'))
    .when(timer('first'))
    .then({ running: [] });
});

test('a command that waits is told again and changes nothing', () => {
  const asked = sample({}, { on: undefined, command: true, oncePer: 'ever' });
  const store = storeWith([holder, asked]);
  const history = store.given(placed('o-1', monday)).when(word('sample', 'w-1', '2026-03-05 09:00'));
  history.then({ because: 'waits-for-group' });
  const { customer } = store.from(history.customer).when(word('sample', 'w-1', '2026-03-05 09:00'));
  expect(customer).toBe(history.customer);
});

test('who has been let in once is not let in again by an entry that waits', () => {
  const ever = sample({}, { oncePer: 'ever' });
  storeWith([holder, ever])
    .given(parcel('s-1', monday), timer('sample', '2026-03-03 10:00'), placed('o-1', '2026-03-04 09:00'))
    .when(parcel('s-2', '2026-03-05 09:00'))
    .then({ because: 'group-running' });
});

test('an enrolment behind which an entry waits does not sleep, and sleeps again without', () => {
  const store = storeWith([holder, sample()]);
  const denied = store.given(placed('o-1', monday), consent('2026-03-03 09:00', false)).customer;
  const asleep = laidToSleep(denied, store.around(at('2026-03-03 09:00')));
  expect(asleep.enrolments[0]?.asleep).toBe(true);
  const waits = store.from(asleep).when(parcel('s-1', '2026-03-05 09:00'));
  // Its timer is armed by the decision after which it may sleep no more.
  waits.then({ armed: ['2026-03-11 12:30'] });
  const kept = laidToSleep(waits.customer, store.around(at('2026-03-05 09:00')));
  expect(kept.enrolments[0]?.asleep).toBeUndefined();
});

test('a date of the customer’s that passes meanwhile is caught up, unless it is another by then', () => {
  const back = marketing({
    id: 'back',
    group: 'care',
    whenTaken: 'wait',
    trigger: {
      date: 'customer.lifecycle.lastOrderAt',
      day: 5,
      at: '10:00',
      oncePer: { every: { days: 300 } },
      whileRunning: 'ignore',
    },
    steps: [waitUntil('next-day', 1, 'entry'), send('c')],
  });
  const store = storeWith([holder, back]);
  const waits = store.given(placed('o-1', monday), look('2026-03-07 10:00'));
  expect(waits.customer.waiting).toMatchObject([
    { scenario: 'back', key: '2026-03-02', at: at('2026-03-07 10:00') },
  ]);
  waits.when(timer('holder')).then({ running: ['back@next-day until 2026-03-12 10:00'] });
  const goes = marketing({
    id: 'holder',
    group: 'care',
    steps: slow,
    goal: { on: 'OrderPlaced', within: { days: 60 } },
    trigger: { oncePer: 'ever', whileRunning: 'ignore' },
  });
  storeWith([goes, back])
    .given(placed('o-1', monday), look('2026-03-07 10:00'))
    .when(placed('o-2', '2026-03-08 09:00'))
    .then({ ended: ['holder: goal-met'], running: [] });
});

test('a segment that somebody has left meanwhile lets nobody in', () => {
  const segments = [
    { name: 'french', means: 'Reads French.', is: { the: 'customer.locale', is: 'fr' } },
  ] as const;
  const french = marketing({
    id: 'french',
    group: 'care',
    whenTaken: 'wait',
    trigger: { segment: 'french' as never, when: 'entered', oncePer: 'ever', whileRunning: 'ignore' },
    steps: slow,
  });
  const store = storeWith([holder, french], { segments });
  const waits = store.given(placed('o-1', monday), updated('2026-03-03 09:00', { locale: 'fr' }));
  expect(waits.customer.waiting).toHaveLength(1);
  waits.when(timer('holder')).then({ running: ['french@days until 2026-03-20 12:30'] });
  store
    .from(waits.customer)
    .when(updated('2026-03-04 09:00', { locale: 'de' }))
    .then({})
    .when(timer('holder'))
    .then({ running: [] });
});

test('it is stored and read back, goes with an erasure, and a record of before has none', () => {
  const { customer } = storeWith([holder, sample()]).given(
    placed('o-1', monday),
    parcel('s-1', '2026-03-05 09:00'),
  );
  expect(decodeRecord(encodeRecord(customer)).waiting).toEqual(customer.waiting);
  const { waits: _, ...before } = encodeRecord(customer);
  expect(decodeRecord(before).waiting).toBeUndefined();
  expect(withEnrolmentsErased(customer, at('2026-03-06 09:00')).waiting).toBeUndefined();
});

test('no more than eight scenarios are waited for, and who waits already keeps the place', () => {
  const many = Array.from({ length: 10 }, (_, n) => sample({ id: `sample-${n}` }));
  const { customer } = storeWith([holder, ...many]).given(
    placed('o-1', monday),
    parcel('s-1', '2026-03-05 09:00'),
  );
  expect(customer.waiting?.map(({ scenario }) => scenario)).toEqual(many.slice(0, 8).map(({ id }) => id));
  expect(customer.refused?.map(({ scenario }) => scenario)).toEqual(['sample-8', 'sample-9']);
});

test('an entry waits where as many enrolments are open as may be, until one ends', () => {
  const many = Array.from({ length: 24 }, (_, n) =>
    marketing({
      id: `one-${n}`,
      trigger: { on: 'CustomerRegistered', oncePer: 'ever', whileRunning: 'ignore' },
      steps: slow,
    }),
  );
  storeWith([...many, sample()], { settings: { caps: [] } })
    .given(registered(monday))
    .when(parcel('s-1', '2026-03-05 09:00'))
    .then({ because: 'waits-for-group' })
    .when(timer('one-3'))
    .then({ ended: ['one-3: completed'] })
    .running('sample');
});

test('an entry waits for no longer than 400 days, so that a scenario that is no more keeps no place', () => {
  const store = storeWith([holder, sample()]);
  const { customer } = store.given(placed('o-1', monday), parcel('s-1', '2026-03-05 09:00'));
  const held = storeWith([holder]).from(customer);
  const told = (when: string) => held.when(updated(when, { locale: 'fr' })).customer.waiting?.length;
  expect([told('2027-04-09 08:00'), told('2027-04-09 10:00')]).toEqual([1, undefined]);
});
