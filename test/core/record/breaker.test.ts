import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isPausedAt, judgedOf, noBrakes, withKind } from '../../../shared/core/record/brakes.ts';
import { judgeBreaker, judgedSince, tripped } from '../../../shared/core/record/breaker.ts';

const rule = {
  warn: { bounces: 2, complaints: 0.05 },
  pause: { bounces: 4, complaints: 0.08 },
  minSends: 500,
};
const at = (text: string) => Temporal.Instant.from(text);
const now = at('2026-03-02T12:34:00Z');

describe('a judgement', () => {
  test.each([
    ['fine below every limit', { sent: 10_000, bounced: 199, complained: 4 }, 'fine'],
    ['a warning from 2 % bounces on', { sent: 10_000, bounced: 200, complained: 0 }, 'warn'],
    ['a warning from 0.05 % complaints on', { sent: 10_000, bounced: 0, complained: 5 }, 'warn'],
    ['a pause from 4 % bounces on', { sent: 10_000, bounced: 400, complained: 0 }, 'pause'],
    ['a pause from 0.08 % complaints on', { sent: 10_000, bounced: 0, complained: 8 }, 'pause'],
    [
      'a pause by one rate though the other only warns',
      { sent: 10_000, bounced: 400, complained: 6 },
      'pause',
    ],
    ['none with fewer sends than there must be', { sent: 499, bounced: 499, complained: 499 }, 'fine'],
    ['made from 500 sends on', { sent: 500, bounced: 20, complained: 0 }, 'pause'],
    ['none without a send', { sent: 0, bounced: 3, complained: 3 }, 'fine'],
  ])('is %s', (_, reputation, level) => {
    expect(judgeBreaker(reputation, rule).level).toBe(level);
  });
});

describe('what is judged', () => {
  test('is the mail of the last 24 hours', () => {
    expect(judgedSince(noBrakes, 'marketing', now)).toEqual(at('2026-03-01T12:00:00Z'));
  });

  test('is after a resume only what was sent in the whole hours since', () => {
    const since = (judgedFrom: string) =>
      judgedSince({ ...noBrakes, judgedFrom: at(judgedFrom) }, 'marketing', now);
    expect(since('2026-03-02T09:10:00Z')).toEqual(at('2026-03-02T10:00:00Z'));
    expect(since('2026-03-02T09:00:00Z')).toEqual(at('2026-03-02T09:00:00Z'));
    expect(since('2026-02-02T09:00:00Z')).toEqual(at('2026-03-01T12:00:00Z'));
  });
});

describe('the breaker', () => {
  const trip = { because: 'bounces', percent: 5, sent: 900, at: at('2026-03-02T12:34:00Z') } as const;
  const resumed = { ...noBrakes, judgedFrom: at('2026-03-02T12:33:00Z') };

  test('pauses marketing alone, and says so', () => {
    expect(tripped(noBrakes, noBrakes, 'marketing', trip)).toEqual({
      paused: { all: false, marketing: true, scenarios: [] },
      breaker: trip,
    });
  });

  test('keeps out where an operator braked or let go meanwhile', () => {
    const byOperator = { paused: { ...noBrakes.paused, marketing: true } };
    expect(tripped(byOperator, noBrakes, 'marketing', trip)).toBe(byOperator);
    expect(tripped(resumed, noBrakes, 'marketing', trip)).toBe(resumed);
    expect(tripped(resumed, resumed, 'marketing', trip).breaker).toBe(trip);
  });

  test('pauses each kind by itself: what is known of one stays out of the others', () => {
    const both = tripped(tripped(resumed, resumed, 'unconfirmed', trip), resumed, 'transactional', trip);
    expect(both).toEqual({
      ...resumed,
      paused: { ...noBrakes.paused, unconfirmed: true, transactional: true },
      others: { unconfirmed: { breaker: trip }, transactional: { breaker: trip } },
    });
    const marketing = withKind(both, 'marketing', true, { breaker: trip });
    const letGo = withKind(marketing, 'unconfirmed', false, { judgedFrom: now });
    expect(judgedSince(letGo, 'unconfirmed', now)).toEqual(at('2026-03-02T13:00:00Z'));
    expect(judgedSince(letGo, 'transactional', now)).toEqual(at('2026-03-01T12:00:00Z'));
    expect([isPausedAt(letGo, 'unconfirmed', now), isPausedAt(letGo, 'marketing', now)]).toEqual([
      false,
      true,
    ]);
    expect(judgedOf(letGo, 'unconfirmed')).toEqual({ judgedFrom: now });
  });
});
