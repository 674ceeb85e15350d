/** Cases that each story passes alone and that only the whole library shows (CASES W01 to W03, W08 to W10, W14, W20). */
import { expect, test } from 'vitest';
import { datedLife } from '../../../infra/author/reach/dated-life.ts';
import { settingsFor } from '../../../infra/author/reach/reach-settings.ts';
import { rehearsing } from '../../../infra/author/reach/rehearse-lives.ts';
import type { Life } from '../../../shared/core/language/life.ts';
import { catalogue, facts, scenarios, segments, surveys } from '../../../shared/library.ts';
import { complainingVip } from '../../../shared/programs/lives/complaining-vip.ts';
import { goodsOfLives } from '../../../shared/programs/lives/goods.ts';
import { type PlayedMessage, playedCalendar } from './played-calendar.ts';

const customer = { id: 'c-1', email: 'hana@example.com', locale: 'ja', acceptsMarketing: true };
const order = { id: 'o-1', currency: 'JPY', total: 2400, items: [goodsOfLives.tea] };
const cart = { id: 'cart-1', currency: 'JPY', total: 3200, items: [goodsOfLives.honey] };
const life = (days: number, ...happens: Life['happens']): Life => ({
  id: 'case',
  tells: 'Stands for a case.',
  days,
  customer,
  happens,
});
const bought = [
  { day: 0, at: '20:00', tell: 'OrderPlaced', detail: { order } },
  { day: 3, tell: 'OrderDelivered', detail: { order } },
] as const;
const answered = (reason: string) =>
  ({
    day: 91,
    at: '20:00',
    tell: 'SurveyAnswered',
    detail: { survey: { id: 'ninety-day', answers: { reason } } },
  }) as const;

const twenty = Array.from({ length: 20 }, (_, nth) => nth);
const sent = async (one: Life, options?: Parameters<typeof playedCalendar>[1]) =>
  (await playedCalendar(one, options)).filter((message) => message.sent);
const names = (messages: readonly PlayedMessage[]) => messages.map(({ template }) => template);
const dated = (messages: readonly PlayedMessage[]) =>
  messages.map(({ day, template }) => `D${day} ${template}`);
const asking = /^(early-survey\/ask|review-request\/ask|pulse\/ask|ninety-day-check\/)/;

test('W01: of twenty who register and fill a cart on one day each gets the code before its reminder, and nothing is too late', async () => {
  const newcomer = life(
    45,
    { day: 0, at: '20:10', tell: 'CustomerRegistered' },
    { day: 0, at: '20:25', tell: 'CartUpdated', detail: { cart } },
  );
  for (const variation of twenty) {
    const played = await playedCalendar(newcomer, { variation });
    const went = names(played.filter((one) => one.sent));
    expect(went).toContain('welcome/gift');
    expect(went.indexOf('welcome/gift')).toBeLessThan(went.indexOf('welcome/gift-ends'));
    expect(played.filter(({ because }) => because?.startsWith('too-late'))).toEqual([]);
  }
});

test('W02: each live letter of an ordinary first buyer’s programs reaches somebody like that', async () => {
  const settings = settingsFor('lives');
  const rehearse = rehearsing({ scenarios, settings, library: { catalogue, facts, segments, surveys } });
  const ofBuyers = new Set(['onboarding', 'after-purchase', 'early-survey', 'review-request']);
  const fates = [];
  for (const variation of twenty)
    fates.push(
      ...(
        await rehearse(
          datedLife(life(100, ...bought), { timeZone: settings.timeZone, year: 2026, variation, seed: 1 }),
        )
      ).fates,
    );
  const theirs = Map.groupBy(
    fates.filter(({ scenario }) => ofBuyers.has(scenario)),
    ({ template }) => template,
  );
  expect([...theirs.keys()]).toContain('onboarding/where-to-ask');
  for (const [template, those] of theirs)
    expect(those.filter(({ got }) => got).length / those.length, template).toBeGreaterThanOrEqual(0.7);
});

test('W03: a sample that comes five days after the sign-up has its story', async () => {
  const went = names(
    await sent(
      life(
        45,
        { day: 0, at: '20:00', tell: 'CustomerRegistered' },
        {
          day: 5,
          tell: 'SampleDelivered',
          detail: { sample: { id: 's-1', productId: 'serum-30', name: 'Serum' } },
        },
      ),
    ),
  );
  for (const letter of ['opened', 'use', 'next']) expect(went).toContain(`nurture-sample/${letter}`);
});

test.each(['still-have', 'did-not-suit'])(
  'W08: win-back comes later to who answered the 90-day survey with %s',
  async (reason) => {
    const went = await sent(life(220, ...bought, answered(reason)));
    expect(dated(went.filter(({ day, template }) => day < 97 && template.startsWith('win-back/')))).toEqual(
      [],
    );
    const later = went.filter(({ template }) => template.startsWith('win-back/'));
    expect(later.length).toBeGreaterThan(0);
  },
);

test('W09: who gives once a year is invited to the next season, hears no farewell, and is not asked whether to go on after a coupon', async () => {
  const gift = { ...order, gift: true, occasion: 'christmas', shipTo: { country: 'JP', other: true } };
  const giver = {
    ...life(
      420,
      { day: 0, at: '20:00', tell: 'OrderPlaced', detail: { order: gift } },
      { day: 3, tell: 'OrderDelivered', detail: { order: gift } },
    ),
    startsOn: '12-05',
  };
  const went = await sent(giver, { switches: { 'gift-christmas': { on: true } } });
  expect(dated(went.filter(({ template }) => template.startsWith('gift-christmas/')))).toContain(
    'D355 gift-christmas/again',
  );
  expect(names(went).filter((name) => /^(win-back|sunset)\//.test(name))).toEqual([]);
});

test('W09: between a coupon and the question whether to go on lie fourteen days', async () => {
  const went = await sent(life(420, ...bought));
  const offers = went.filter(({ template }) => /^win-back\/coupon/.test(template));
  const questions = went.filter(({ template }) => template.startsWith('sunset/'));
  expect(offers.length).toBeGreaterThan(0);
  expect(questions.length).toBeGreaterThan(0);
  for (const question of questions)
    for (const offer of offers)
      expect(question.day - offer.day < 0 || question.day - offer.day >= 14, `D${offer.day}`).toBe(true);
});

test('W10: a sale announced to VIPs alone is told to none but them', async () => {
  const announced = (segments: readonly string[]) =>
    life(
      20,
      { day: 0, at: '20:00', tell: 'CustomerRegistered' },
      {
        day: 1,
        at: '08:00',
        tell: 'SaleAnnounced',
        detail: {
          sale: {
            id: 'sale-1',
            segments,
            name: 'Sale',
            startsAt: { day: 3, at: '10:00' },
            endsAt: { day: 9, at: '23:00' },
          },
        },
      },
    );
  const options = { switches: { sale: { on: true } } };
  const told = (messages: readonly PlayedMessage[]) =>
    names(messages).filter((name) => name.startsWith('sale/'));
  expect(told(await sent(announced(['vip']), options))).toEqual([]);
  expect(told(await sent(announced(['prospect']), options))).not.toEqual([]);
  const toVips = ({ tell, detail = {}, ...when }: Life['happens'][number]): Life['happens'][number] =>
    tell === 'SaleAnnounced' && typeof detail.sale === 'object'
      ? { ...when, tell, detail: { ...detail, sale: { ...detail.sale, segments: ['vip'] } } }
      : { ...when, tell, detail };
  const vip = { ...complainingVip, happens: complainingVip.happens.map(toVips) };
  expect(told(await sent(vip, options))).toContain('sale/vip-early');
});

test('W14: letters wait while a support case is open, and go on when it is closed', async () => {
  const asked = life(
    60,
    ...bought,
    { day: 5, at: '09:00', tell: 'HelpRequested', detail: { help: { id: 'h-1' } } },
    { day: 12, at: '16:00', tell: 'HelpResolved', detail: { help: { id: 'h-1' } } },
  );
  const went = (await sent(asked)).filter(({ kind }) => kind === 'marketing');
  expect(dated(went.filter(({ day }) => day >= 5 && day <= 12))).toEqual([]);
  const undisturbed = (await sent(life(60, ...bought))).filter(({ kind }) => kind === 'marketing');
  for (const letter of ['onboarding/tutorial', 'onboarding/where-to-ask', 'early-survey/ask'])
    expect(names(undisturbed)).toContain(letter);
  for (const letter of ['onboarding/where-to-ask', 'after-purchase/any-trouble', 'early-survey/ask'])
    expect(names(went), letter).toContain(letter);
});

test('W20: a first order brings a humane load in a hundred days', async () => {
  for (const variation of twenty) {
    const went = (await sent(life(100, ...bought), { variation })).filter(({ kind }) => kind === 'marketing');
    const within = (days: number, those: readonly PlayedMessage[]) =>
      Math.max(
        0,
        ...those.map(({ day }) => those.filter((one) => one.day >= day && one.day < day + days).length),
      );
    const asks = went.filter(({ template }) => asking.test(template));
    expect(within(30, went)).toBeLessThanOrEqual(8);
    expect(within(60, went)).toBeLessThanOrEqual(12);
    expect(within(10, asks)).toBeLessThanOrEqual(1);
    expect(within(60, asks)).toBeLessThanOrEqual(3);
  }
});
