import { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { playScenario } from '../../../infra/author/play/play.ts';
import { addPlay } from '../../../infra/author/play/play-command.ts';
import type { PlayOptions } from '../../../infra/author/play/play-plan.ts';
import { type playData, playText } from '../../../infra/author/play/play-report.ts';
import { defineScenario } from '../../../shared/core/language/scenario.ts';
import { days, hours } from '../../../shared/core/values/duration.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { exampleSettings } from '../../support/store-in-memory.ts';

const settings = parseSettings(exampleSettings);
const now = Temporal.Instant.from('2026-03-02T20:00:00Z');
const played = (scenario: string, options: Partial<PlayOptions> = {}) =>
  playScenario(scenario, { now, settings, start: '2026-03-02', ...options });

const forTea = defineScenario({
  id: 'for-tea',
  version: 1,
  stage: 'retention',
  kind: 'marketing',
  topic: 'tips',
  purpose: 'Asks after tea.',
  trigger: {
    on: 'CheckoutStarted',
    oncePer: 'ever',
    whileRunning: 'ignore',
    filter: {
      all: [
        { the: 'event.extra.cart.items.category', is: 'tea' },
        { the: 'event.extra.cart.total', moreThan: 9000 },
      ],
    },
  },
  steps: [
    { id: 'rest', kind: 'wait', for: hours(10) },
    { id: 'ask', kind: 'send', template: 'after-purchase/other-voices', expiry: days(2) },
    { id: 'tell', kind: 'send', template: 'after-purchase/other-voices', expiry: days(2) },
  ],
});

test('the event made up for a play fits the trigger’s filter', async () => {
  const outcome = await played('for-tea', { scenarios: [forTea] });
  expect(outcome.enrolments).toHaveLength(1);
});

test('a message in a quiet hour and one over the cap are held, with the reason and the next time', async () => {
  const outcome = await played('for-tea', { scenarios: [forTea] });
  expect(playText(outcome).filter((line) => / held until /.test(line))).toEqual([
    expect.stringMatching(/Mon 2026-03-02 22:00 +ask +mail is held until Tue 2026-03-03 07:00 +quiet-hours$/),
    expect.stringMatching(
      /Tue 2026-03-03 07:00 +tell +mail is held until Wed 2026-03-04 10:00 +cap-reached$/,
    ),
  ]);
});

test('a play that lets nobody in says why and what to do', async () => {
  const plain = { order: { id: 'o-1' } };
  const other = await played('for-tea', {
    scenarios: [forTea],
    event: { DetailType: 'OrderPlaced', Detail: plain },
  });
  expect(playText(other)).toContain(
    'Nobody was let in: for-tea begins with CheckoutStarted, and the event was OrderPlaced.',
  );
  const unfit = await played('for-tea', { scenarios: [forTea], event: { cart: { total: 1 } } });
  expect(playText(unfit)).toContain(
    "Nobody was let in: the event did not meet the scenario's filter (filter-not-met). Give another event by --event.",
  );
});

test.each([
  ['lost', {}, 'There is no scenario "lost": take one of order-paid, '],
  [
    'after-purchase',
    { until: 'soon' },
    '--until takes a span such as 90d, 36h, 45m, 2w or 7d12h, not "soon".',
  ],
  [
    'after-purchase',
    { order: ['@9d'], until: '8d' },
    '--until 8d ends before the last act of this play: raise it.',
  ],
  [
    'after-purchase',
    { click: ['week@8d'] },
    '--click takes a step that sends and when, such as trouble@8d; it sends at trouble, ',
  ],
  ['after-purchase', { ship: ['o-5@2d'] }, '--ship names the order "o-5"; this play has o-1.'],
  ['after-purchase', { zone: 'Tokio' }, '--zone takes an IANA name such as Asia/Tokyo, not "Tokio".'],
  [
    'after-purchase',
    { start: 'May' },
    '--start takes 2026-03-02, 2026-03-02T12:30 or 2026-03-02T12:30:00+09:00, not "May".',
  ],
  [
    'after-purchase',
    { event: { DetailType: 'Parcel' } },
    /^--event is of type "Parcel", which is not known: take one of CustomerRegistered, /,
  ],
  ['after-purchase', { event: { order: {} } }, 'OrderPlaced: mend order.id (invalid_type)'],
] as const)('a play of %s with %j is refused with what to do', async (scenario, options, words) => {
  await expect(played(scenario, options as Partial<PlayOptions>)).rejects.toThrow(words);
});

test('a campaign is played with a sample letter, in the customer’s language', async () => {
  const { store, lines } = await played('campaign', { start: '2026-03-02T11:00' });
  expect(store.world.mailer.mails.map(({ subject }) => subject)).toEqual(['湯の温度のはなし']);
  expect(lines.at(-1)).toMatchObject({ what: 'ended', because: 'completed' });
});

test('the command tells the same as data, the times as instants', async () => {
  let told = '';
  const program = new Command('scenario').option('--json').exitOverride();
  program.configureOutput({ writeOut: (text) => (told += text) });
  addPlay(program);
  await program.parseAsync(['play', 'order-thanks', '--json', '--start', '2026-03-02', '--cancel', '@1d'], {
    from: 'user',
  });
  const data = JSON.parse(told) as ReturnType<typeof playData>;
  expect(data.lines.map(({ day, what }) => `${day} ${what}`)).toEqual([
    '0 event',
    '0 entered',
    '0 sent',
    '0 ended',
    '1 event',
  ]);
  expect(data.lines[2]).toMatchObject({
    at: '2026-03-02T03:00:00Z',
    local: '2026-03-02 12:00',
    step: 'thanks',
    because: 'accepted',
  });
});

test('a restock is played to a customer who asked for the product', async () => {
  const { enrolments, store } = await played('back-in-stock');
  expect(enrolments).toHaveLength(1);
  expect(store.world.mailer.mails.map(({ tags }) => tags.template)).toEqual(['back-in-stock__back']);
});
