import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type PlayedScenario, playScenario } from '../../../infra/author/play/play.ts';
import type { PlayOptions } from '../../../infra/author/play/play-plan.ts';
import { playCalendar, playText } from '../../../infra/author/play/play-report.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { exampleSettings } from '../../support/store-in-memory.ts';

const settings = parseSettings(exampleSettings);
const now = Temporal.Instant.from('2026-03-02T20:00:00Z');
const played = (scenario: string, options: Partial<PlayOptions> = {}) =>
  playScenario(scenario, { now, settings, start: '2026-03-02', ...options });
/** `2026-03-02 12:00 what: because`, without mails. */
const turns = ({ lines }: PlayedScenario) =>
  lines
    .filter(({ what }) => what !== 'sent')
    .map(({ at, zone, what, because }) => {
      const day = at.toZonedDateTimeISO(zone).toPlainDate();
      return `${day} ${what}${because ? `: ${because}` : ''}`;
    });

test('a scenario plays to its end with no more than its name', async () => {
  const outcome = await playScenario('after-purchase', { now, settings });
  expect(playCalendar(outcome)).toEqual([
    '2026-03-15 10:00 after-purchase/any-trouble',
    '2026-03-22 10:00 after-purchase/using-it-well',
    '2026-04-07 10:00 after-purchase/other-voices',
    '2026-05-07 10:00 after-purchase/continue',
  ]);
  expect(playText(outcome).slice(-2)).toEqual([
    '2026-05-07 10:00: the customer left after-purchase v4 of order o-1, entered 2026-03-03 12:00: all its steps were done (completed).',
    'Mails sent: 4, skipped: 0, held: 0. Clock of Asia/Tokyo; virtual time, nothing left this machine.',
  ]);
});

test('the calendar tells day, clock, step, what and because', async () => {
  const outcome = await played('after-purchase', { locale: 'en', until: '15d', ship: ['@2d'] });
  expect(playText(outcome).slice(2, 8)).toEqual([
    "day  the customer's clock  step     what                                                                         because",
    '  0  Mon 2026-03-02 12:00           OrderPlaced (order o-1)                                                      applied',
    '  0  Mon 2026-03-02 12:00  week     the customer enters and waits until Sat 2026-03-14 10:00                     entered',
    '  2  Wed 2026-03-04 12:00           OrderShipped (order o-1)                                                     applied',
    '  2  Wed 2026-03-04 12:00  week     now waits until Fri 2026-03-13 10:00                                         re-timed',
    ' 11  Fri 2026-03-13 10:00  trouble  mail: Is everything all right with your order? [after-purchase/any-trouble]  accepted',
  ]);
});

test('a play that stops before the story says where she stands and what comes next', async () => {
  const text = playText(await played('after-purchase', { until: '5d' }));
  expect(text.join('\n')).toContain(
    'The customer is in after-purchase v4 of order o-1 since 2026-03-02 12:00, at step week',
  );
  expect(text.join('\n')).toContain(
    'Next comes after-purchase/any-trouble (step trouble) on 2026-03-14 10:00.',
  );
});

test('a new order meets the goal and begins anew, and a return means the newest order', async () => {
  const outcome = await played('after-purchase', { order: ['@20d'], return: ['@30d'], deliver: ['@4d'] });
  expect(turns(outcome)).toEqual([
    '2026-03-02 event: applied',
    '2026-03-02 entered: entered',
    '2026-03-06 event: applied',
    '2026-03-06 re-timed: re-timed',
    '2026-03-22 event: applied',
    '2026-03-22 ended: goal-met',
    '2026-03-22 entered: entered',
    '2026-04-01 event: applied',
    '2026-04-01 ended: order-undone',
  ]);
  expect(outcome.enrolments.map(({ order, ended }) => [order, ended?.because])).toEqual([
    ['o-1', 'goal-met'],
    ['o-2', 'order-undone'],
  ]);
});

test('an act may name its order: a return of the first leaves the story of the second alone', async () => {
  const outcome = await played('after-purchase', { order: ['@20d'], return: ['o-1@30d'] });
  expect(outcome.enrolments.map(({ ended }) => ended?.because)).toEqual(['goal-met', 'completed']);
});

test('an unsubscribing customer gets no more letters, and the play says why', async () => {
  const outcome = await played('after-purchase', { unsubscribe: ['@15d'] });
  expect(playCalendar(outcome)).toEqual([
    '2026-03-14 10:00 after-purchase/any-trouble',
    '2026-03-17 12:00 asleep: no-consent',
  ]);
  // The day of the last letter is the day on which the customer would have left.
  expect(outcome.enrolments.map(({ ended }) => ended?.at.toString())).toEqual(['2026-05-06T01:00:00Z']);
});

test('a click is told to the engine as the mail service would, and before the mail there is nothing to click', async () => {
  const outcome = await played('after-purchase', { click: ['trouble@1d', 'trouble@13d'] });
  expect(turns(outcome).slice(2, 4)).toEqual(['2026-03-03 nothing-to-click', '2026-03-15 clicked']);
  const [touchpoint] = await outcome.store.world.touchpoints.list('c-1');
  expect(touchpoint?.feedback.clicked?.toString()).toBe('2026-03-15T03:00:00Z');
});

test('her clock is that of her zone, and her mails are in her language', async () => {
  const outcome = await played('order-thanks', { zone: 'America/New_York', locale: 'en' });
  const mail = outcome.lines.find(({ what }) => what === 'sent');
  expect(mail?.at.toString()).toBe('2026-03-02T17:00:00Z');
  expect(mail?.subject).toMatch(/^Thank you/);
});

test('an event of a file begins the play at its own time, with its own customer', async () => {
  const detail = {
    occurredAt: '2026-05-01T09:30:00+09:00',
    customer: { id: 'c-9', email: 'a@example.com', acceptsMarketing: false, timeZone: 'Asia/Seoul' },
    order: { id: 'A-77' },
  };
  const outcome = await playScenario('after-purchase', {
    now,
    settings,
    event: { DetailType: 'OrderPlaced', Detail: JSON.stringify(detail) },
  });
  expect(outcome.start.toString()).toBe('2026-05-01T00:30:00Z');
  expect(outcome.enrolments[0]?.order).toBe('A-77');
  expect(playCalendar(outcome)).toEqual(['2026-05-01 09:30 asleep: no-consent']);
});

test('fields of the customer stand over those of the event', async () => {
  const outcome = await played('after-purchase', { customer: { acceptsMarketing: false } });
  expect(playCalendar(outcome)).toEqual(['2026-03-02 12:00 asleep: no-consent']);
});
