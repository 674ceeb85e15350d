/** The bill of the frozen population, played through the deployed handlers until quiet. */
import { beforeAll, describe, expect, test } from 'vitest';
import { total } from '../../../../infra/proof/bench/cost/lines.ts';
import { type Figures, figures } from '../../../../infra/proof/bench/figures.ts';
import { billedSettings, type Plays, playBill } from '../../../../infra/proof/bench/lab/play-bill.ts';

let plays: Plays;
let found: Figures;

beforeAll(async () => {
  plays = await playBill('default', false);
  found = figures(plays, billedSettings('default'));
}, 600_000);

describe('a million sent mails', () => {
  test('cost what docs/costs.md says, within a twentieth: the processor is measured, and never the same', () => {
    const { usd, usdBeyondFree } = found.perMillionMails;
    expect(Math.abs(usd / 9.4 - 1)).toBeLessThan(0.05);
    expect(Math.abs(usdBeyondFree / 10.69 - 1)).toBeLessThan(0.05);
  });

  test('cost no more than $11 beyond the free timers, and half a dollar for a processor that is never the same', () => {
    expect(found.perMillionMails.usdBeyondFree).toBeLessThanOrEqual(11.5);
  });

  test('are billed by cause and by service to the same sum', () => {
    const { usdBeyondFree, byService, byCause, usd } = found.perMillionMails;
    const sum = (of: object) => Object.values(of).reduce((all, one) => all + one, 0);
    expect(sum(byService)).toBeCloseTo(usdBeyondFree, 9);
    expect(sum(byCause)).toBeCloseTo(usd, 9);
    expect(usdBeyondFree - usd).toBeCloseTo(found.perMail.timers, 9);
  });

  test('every sum is the sum of its lines, each an amount times a price', () => {
    for (const region of Object.values(found.regions)) {
      for (const sum of [region.stepFunctions, region.durable, region.idle]) {
        expect(sum.usd).toBeCloseTo(total(sum.lines), 9);
        for (const { amount, price_usd, usd } of sum.lines) expect(usd).toBeCloseTo(amount * price_usd, 9);
      }
    }
  });

  test('cost several times as much as workflows of their own', () => {
    const { stepFunctions, stepFunctionsWithChoice, durable, durableWithDecision } = found.rivalsUsd;
    expect([stepFunctions, stepFunctionsWithChoice].map(Math.floor)).toEqual([53, 78]);
    expect([durable, durableWithDecision].map(Math.floor)).toEqual([21, 29]);
    expect(found.regions['us-east-1'].each.sent).toBeLessThan(durable / 3);
  });
});

describe('the play', () => {
  test('sends each timer’s message once, and no cause is missing', () => {
    const { pieces } = found.perMail;
    for (const cause of ['sent', 'skipped', 'held', 'stale', 'look', 'walked', 'events', 'feedback'] as const)
      expect([cause, (pieces[cause] ?? 0) > 0]).toEqual([cause, true]);
  });

  test('meets a bounce, clicks and an unsubscribe', () => {
    const names = [...plays.year.tally.metrics].join(' ');
    for (const name of ['Bounced', 'Clicked', 'Unsubscribed']) expect(names).toContain(name);
  });

  test('counts no more metrics than the library could', () => {
    expect(found.metrics.counted).toBeGreaterThan(5);
    expect(found.metrics.counted).toBeLessThanOrEqual(found.metrics.possible);
    expect(found.metrics.possible).toBeLessThanOrEqual(40);
  });
});

test('an idle month is a few dollars', () => {
  expect(found.idleUsdPerMonth).toBeLessThanOrEqual(12);
  expect(found.regions['us-east-1'].idleAfterFreeTiers.usd).toBeLessThanOrEqual(6.5);
});
