/** Everything that is live, played by one customer: what `play --all` tells beside the calendar of one scenario. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { playScenario } from '../../../infra/author/play/play.ts';
import type { PlayOptions } from '../../../infra/author/play/play-plan.ts';
import { playText } from '../../../infra/author/play/play-report.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { exampleSettings } from '../../support/store-in-memory.ts';

const now = Temporal.Instant.from('2026-03-02T20:00:00Z');
const played = (scenario: string, options: Partial<PlayOptions> = {}, more: object = {}) =>
  playScenario(scenario, {
    now,
    settings: parseSettings({ ...exampleSettings, ...more }),
    start: '2026-03-02',
    all: true,
    ...options,
  });

test('one order begins every scenario that it begins, and each mail names its own', async () => {
  const { lines } = await played('order-thanks', { until: '10d', ship: ['@1d'], deliver: ['@3d'] });
  const sent = lines.filter(({ what }) => what === 'sent');
  expect(sent.map(({ scenario }) => scenario)).toEqual([
    'order-thanks',
    'parcel-shipped',
    'order-delivered',
    'onboarding',
    'onboarding',
    'after-purchase',
  ]);
  const text = playText(await played('order-thanks', { until: '1d' }));
  expect(text[0]).toBe('Everything that is live, begun by order-thanks.');
  expect(text[2]).toMatch(/^day {2}the customer's clock {2}scenario +step +what +because$/);
});

test('a scenario that the deployment has switched off plays no part', async () => {
  const off = { scenarios: { onboarding: { on: false } } };
  const { lines } = await played('order-thanks', { until: '10d' }, off);
  expect(lines.some(({ scenario }) => scenario === 'onboarding')).toBe(false);
});

test('whom a group keeps out is told with the scenario, the reason and what has the place', async () => {
  const told = await played('welcome', {
    until: '30d',
    tell: ['SampleDelivered@1d={"sample":{"id":"s-1","productId":"p-1"}}'],
  });
  expect(playText(told).join('\n')).toContain('the customer waits: welcome has the place');
  const { lines } = told;
  expect(lines.filter(({ what }) => what === 'kept-out')).toMatchObject([
    { scenario: 'nurture-sample', because: 'waits-for-group', by: 'welcome' },
  ]);
});

test('what does not go is told with what took its place', async () => {
  const { lines, ...told } = await played('order-thanks', {
    until: '100d',
    deliver: ['@3d', 'o-2@27d'],
    order: ['@24d'],
  });
  const skipped = lines.filter(({ what, by }) => what === 'skipped' && by !== undefined);
  expect(skipped).not.toEqual([]);
  const text = playText({ ...told, lines }).join('\n');
  for (const { template, by } of skipped)
    expect(text).toContain(`no mail: [${template}], ${by} took its place`);
});

test('what steps between two messages did is told: branches, splits, facts and events', async () => {
  const answers = { survey: { id: 'early', answers: { impression: 'disappointed', wish: 'present' } } };
  const { lines } = await played('early-survey-answered', {
    all: false,
    event: { DetailType: 'SurveyAnswered', Detail: answers },
    until: '1d',
  });
  expect(lines.filter(({ what }) => what === 'did').map(({ step, says }) => `${step} ${says}`)).toEqual([
    'sort branch: goes on to is-gift',
    'is-gift set: early is gift',
    'satisfied branch: goes on to care-first',
    'care-first set: label care-first',
    'call-her emit: HumanTask',
  ]);
});

test('what the customer did and said before is told as events, whomever the file names', async () => {
  const before = (name: string, nth: number, detail: object) => ({
    DetailType: name,
    Detail: {
      eventId: `h-${nth}`,
      occurredAt: '2026-01-05T10:00:00+09:00',
      customer: { id: 'x' },
      ...detail,
    },
  });
  const history = [
    before('OrderPlaced', 1, { order: { id: 'o-0', currency: 'JPY', total: 5400 } }),
    before('ConsentChanged', 2, { consent: { granted: false } }),
  ];
  const { lines, customer } = await played('order-thanks', { history, until: '30d' });
  expect(customer?.lifecycle.orders).toBe(2);
  expect(lines.filter(({ what }) => what === 'sent').map(({ scenario }) => scenario)).toEqual([
    'order-thanks',
  ]);
});
