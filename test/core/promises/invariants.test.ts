/** Each invariant is broken once, by a sound save that is changed in one place. */
import { expect, test } from 'vitest';
import { type Invariant, invariants } from '../../../shared/core/promises/invariant.ts';
import { brokenInvariants } from '../../../shared/core/promises/invariants.ts';
import { at, orderEvent, returned } from '../../support/events.ts';
import { letterBreaks } from '../../support/letter-saves.ts';
import {
  aboutNothing,
  again,
  atEntry,
  claim,
  denied,
  ended,
  enrolmentOf,
  entering,
  goingAt,
  history,
  inAfter,
  inBefore,
  inClaim,
  knowing,
  letter,
  marketingSent,
  paused,
  type Save,
  shared,
  store,
  suppression,
  thankYou,
  withEnrolmentChanged,
  withSend,
  words,
} from '../../support/saves.ts';
import { freedBefore, waitingBreaks, whileNoticesRun, whileWaiting } from '../../support/waiting-saves.ts';

/** Order mail paused by an operator until a moment. */
const orderMailUntil = (wall: string) => ({
  paused: { ...paused(false).paused, transactional: true },
  pauses: { transactional: { by: 'hana', because: 'x', since: at('2026-02-01 10:00'), until: at(wall) } },
});
const trip = { because: 'bounces', percent: 9, sent: 90, at: at('2026-02-01 11:00') } as const;
const orderMailTripped = { others: { transactional: { breaker: trip } } };

const wishes = { frequency: 'all', asOf: at('2026-03-01 10:00') } as const;

const breaks: readonly (readonly [Invariant, Save])[] = [
  ['another-record', inAfter(letter, { version: 7 })],
  ['another-record', inAfter(letter, { id: 'c-2' })],
  ['record-too-large', inAfter(letter, { profile: { ...letter.after.profile, name: 'n'.repeat(100_000) } })],
  ['list-over-budget', inAfter(letter, { seen: Array.from({ length: 37 }, String) })],
  ['orders-miscounted', inAfter(letter, { lifecycle: { orders: 2 } })],
  ['orders-miscounted', inAfter(letter, { horizon: at('2026-01-01 10:00'), lifecycle: { orders: 0 } })],
  ['run-lost', inAfter(letter, { enrolments: letter.after.enrolments.slice(1) })],
  [
    'run-without-due',
    { ...letter, after: withEnrolmentChanged(letter.after, 'letters', { due: undefined as never }) },
  ],
  ['run-out-of-sight', knowing(letter, { waking: {} })],
  ['run-out-of-sight', knowing(letter, { waking: { any: at('2026-05-01 10:00') } })],
  ['run-out-of-sight', knowing(thankYou, { waking: { any: at('2026-03-01 10:00') } })],
  ['run-without-alarm', knowing(letter, { waking: { any: at('2026-03-09 10:15') } })],
  [
    'run-without-alarm',
    knowing(inAfter(letter, { alarms: { marketing: at('2026-05-01 10:00') } }), { waking: {} }),
  ],
  ['arm-fell', { ...atEntry, after: withEnrolmentChanged(atEntry.after, 'letters', { arm: 0 }) }],
  [
    'moved-without-arm',
    { ...atEntry, after: withEnrolmentChanged(atEntry.after, 'letters', { due: at('2026-03-09 10:00') }) },
  ],
  [
    'ended-run-reopened',
    {
      ...atEntry,
      before: withEnrolmentChanged(atEntry.before, 'letters', ended('completed')),
      after: withEnrolmentChanged(atEntry.after, 'letters', { arm: 9 }),
    },
  ],
  ['entered-twice', entering('letters', { ...ended('completed'), order: 'o-1' })],
  [
    'entered-twice',
    entering('once', { ...ended('completed'), key: 'later', enteredAt: at('2026-03-04 10:00') }),
  ],
  ['entered-twice', entering('thanks', { id: enrolmentOf(history.customer, 'thanks').id })],
  ['two-runs-of-one-story', entering('letters', { key: 'o-2', order: 'o-2' })],
  ['two-mails-in-one-save', inAfter(letter, { sends: [claim(letter.after), marketingSent] })],
  ['claim-of-no-open-run', inClaim(letter, { enrolment: 'nobody' })],
  [
    'claim-of-no-open-run',
    { ...letter, before: withEnrolmentChanged(letter.before, 'letters', ended('exit-rule')) },
  ],
  ['claim-of-no-message', inClaim(letter, { step: 'week' })],
  ['claim-of-no-message', inClaim(letter, { version: 2 })],
  ['claim-of-no-message', inClaim(letter, { kind: 'transactional' })],
  ['claim-not-of-now', inClaim(letter, { arm: 7 })],
  ['claim-not-of-now', inClaim(letter, { at: at('2026-03-02 10:00') })],
  ['claimed-twice', inBefore(letter, { sends: [{ ...claim(letter.after), touchpoint: 'other', arm: 0 }] })],
  ['claimed-twice', inBefore(letter, { sends: [{ ...claim(letter.after), step: 'other', arm: 0 }] })],
  ['claim-stands-still', inAfter(letter, { enrolments: letter.before.enrolments })],
  ['mail-without-claim', inAfter(letter, { sends: [] })],
  ['mail-without-claim', { ...letter, before: letter.after }],
  ['wrong-resend', inBefore(again, { sends: [] })],
  ['wrong-resend', { ...again, before: withSend(again.before, { state: 'skipped' }) }],
  ['wrong-resend', { ...letter, before: letter.after, after: withSend(letter.after, { state: 'resent' }) }],
  [
    'mail-after-the-end',
    { ...again, before: withEnrolmentChanged(again.before, 'thanks', ended('exit-rule')) },
  ],
  [
    'mail-after-order-over',
    inBefore(letter, {
      orders: store.from(history.customer).when(returned('o-1', '2026-03-05 10:00')).customer.orders,
    }),
  ],
  [
    'mail-after-order-over',
    // No exit of its scenario names it: the order itself has come to nothing.
    inBefore(letter, {
      orders: store.from(history.customer).when(orderEvent('OrderRefunded', 'o-1', '2026-03-05 10:00'))
        .customer.orders,
    }),
  ],
  [
    'mail-too-early',
    { ...letter, before: withEnrolmentChanged(letter.before, 'letters', { due: at('2026-04-01 10:00') }) },
  ],
  ['mail-too-early', inClaim(letter, { since: at('2026-04-01 10:00') })],
  ['mail-too-late', inClaim(letter, { since: at('2026-03-09 10:00') })],
  ['mail-too-late', inClaim(again, { since: at('2026-02-09 10:00') })],
  ['mail-without-address', inBefore(letter, { profile: {} })],
  ['mail-without-address', inBefore(letter, { profile: { email: 'a..b@c', undeliverable: true } })],
  ['mail-without-consent', inBefore(letter, { consent: {} })],
  ['mail-without-consent', inBefore(letter, { consent: { ...letter.before.consent, tips: denied.all } })],
  ['mail-to-suppressed', knowing(letter, { address: { key: 'k', marketing: suppression } })],
  ['mail-to-suppressed', knowing(letter, { address: { key: 'k', all: suppression } })],
  ['mail-to-suppressed', knowing(again, { address: { key: 'k', all: suppression } })],
  ['mail-past-reader', knowing(aboutNothing, { address: shared })],
  ['mail-while-paused', knowing(letter, { brakes: paused(false, ['letters']) })],
  ['mail-while-paused', knowing(again, { brakes: paused(true) })],
  ['mail-while-paused', knowing(again, { brakes: orderMailUntil('2026-03-31 10:00') })],
  [
    'mail-while-paused',
    knowing(again, { brakes: { ...orderMailUntil('2026-02-02 10:00'), ...orderMailTripped } }),
  ],
  ['mail-in-quiet-hours', goingAt(letter, '2026-03-14 21:00')],
  ['mail-in-quiet-hours', goingAt(letter, '2026-03-15 07:59')],
  ['mail-over-cap', inBefore(letter, { sends: [marketingSent] })],
  ...letterBreaks,
  ['mail-while-resting', inBefore(letter, { wishes: { ...wishes, pausedUntil: at('2026-04-01 10:00') } })],
  ...waitingBreaks,
];

test.each(breaks)('%s is seen (%#)', (word, save) => expect(words(save)).toContain(word));

test('a sound save breaks nothing', () => {
  for (const save of [letter, thankYou, again, atEntry, whileWaiting, freedBefore, whileNoticesRun])
    expect(words(save)).toEqual([]);
});

test('a pause that is over by its own moment stops nothing', () =>
  expect(words(knowing(again, { brakes: orderMailUntil('2026-02-02 10:00') }))).toEqual([]));

test('every invariant there is has a save here that breaks it', () =>
  expect([...new Set(breaks.map(([word]) => word))].sort()).toEqual(Object.keys(invariants).sort()));

test('what is only told, not stopped, is size, counters, the sweep and who waits', () => {
  const told = breaks.flatMap(([, { before, after, around }]) =>
    brokenInvariants(before, after, around).filter(({ fatal }) => !fatal),
  );
  expect([...new Set(told.map(({ invariant }) => invariant))].sort()).toEqual([
    'asleep-in-the-way',
    'list-over-budget',
    'orders-miscounted',
    'record-too-large',
    'run-out-of-sight',
    'run-without-alarm',
    'waits-in-vain',
    'waits-twice',
  ]);
});

test('what was broken before is not told again by the next save', () => {
  const miscounted = { ...history.customer, lifecycle: { orders: 5 } };
  const twice = { ...miscounted, enrolments: [...miscounted.enrolments, ...miscounted.enrolments] };
  expect(words({ before: twice, after: { ...twice, seen: ['x'] }, around: atEntry.around })).toEqual([]);
});

test('a run that ended comes back only together with its refused claim', () => {
  const { before, after, around } = thankYou;
  const ended = withEnrolmentChanged(after, 'thanks', { ended: { at: around.at, because: 'completed' } });
  const back = withEnrolmentChanged(before, 'thanks', { arm: 9, held: 'throttled' });
  expect(words({ before: ended, after: back, around: atEntry.around })).toEqual([]);
  const kept = { ...back, sends: ended.sends };
  expect(words({ before: ended, after: kept, around: atEntry.around })).toEqual(['ended-run-reopened']);
});

test('no invariant speaks of a person', () => {
  const told = breaks.flatMap(([, { before, after, around }]) => brokenInvariants(before, after, around));
  for (const { about = '' } of told) expect(about).toMatch(/^([0-9a-f]{20}|[0-9a-f]{32}|another|other|)$/);
});
