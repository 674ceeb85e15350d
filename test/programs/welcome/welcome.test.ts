import { expect, test } from 'vitest';
import { nurtureAfterWelcome } from '../../../shared/programs/nurture/nurture-after-welcome.ts';
import { welcome } from '../../../shared/programs/welcome/welcome.ts';
import { silent } from '../../support/silent-store.ts';
import { orderOf, storefront } from '../../support/storefront.ts';

const everybody = { ...welcome, holdout: 0 };

test('a newcomer is welcomed a quarter of an hour later, after two days, after four, and on the evening before her offer ends', async () => {
  const shop = storefront([everybody]);
  await shop.tell('CustomerRegistered');
  await shop.pass({ days: 30 });
  expect(shop.mails()).toEqual([
    '03-02 12:45 welcome/hello',
    '03-04 10:00 welcome/promise',
    '03-06 10:00 welcome/gift',
    '03-11 20:00 welcome/gift-ends',
  ]);
});

test('both messages of the offer show the same code and the same last day', async () => {
  const shop = storefront([everybody]);
  await shop.tell('CustomerRegistered');
  await shop.pass({ days: 30 });
  const codes = shop.world.mailer.mails
    .slice(2)
    .map(({ text }) => /クーポンコード：(\w+)\n(.+)まで/.exec(text)?.slice(1));
  expect(codes[0]).toEqual(codes[1]);
  expect(codes[0]?.[1]).toBe('2026年3月12日');
});

test('who opts in later is welcomed then, and once in her life', async () => {
  const shop = storefront([everybody]);
  await shop.tell('CustomerRegistered', { customer: silent });
  await shop.pass({ days: 10 });
  expect(shop.mails()).toEqual([]);
  await shop.tell('ConsentChanged', { customer: silent, consent: { granted: true } });
  await shop.pass({ days: 30 });
  await shop.tell('ConsentChanged', { customer: silent, consent: { granted: false } });
  await shop.tell('ConsentChanged', { customer: silent, consent: { granted: true } });
  await shop.pass({ days: 30 });
  expect(shop.mails()).toHaveLength(4);
});

test('a first order ends the welcome with its goal met, and nobody who has bought gets the offer', async () => {
  const shop = storefront([everybody]);
  await shop.tell('CustomerRegistered');
  await shop.pass({ days: 3 });
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.pass({ days: 30 });
  expect(shop.mails()).toEqual(['03-02 12:45 welcome/hello', '03-04 10:00 welcome/promise']);
  expect(shop.world.metrics.of('GoalReached', 'welcome')).toBe(1);
});

test('who opts in with her first order is not welcomed as a newcomer', async () => {
  const shop = storefront([everybody]);
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.pass({ days: 30 });
  expect(shop.mails()).toEqual([]);
});

test('a newcomer at night is welcomed in the morning', async () => {
  const shop = storefront([everybody], { startAt: '2026-03-02T14:30:00Z' });
  await shop.tell('CustomerRegistered');
  await shop.pass({ days: 1 });
  expect(shop.mails()).toEqual(['03-03 07:00 welcome/hello']);
});

test('a welcome that ended without an order hands over to the letters that turn interest into need', async () => {
  const shop = storefront([everybody, nurtureAfterWelcome]);
  await shop.tell('CustomerRegistered');
  await shop.pass({ days: 60 });
  expect(shop.mails().slice(4)).toEqual([
    '03-14 10:00 nurture/how-to',
    '03-17 10:00 nurture/others',
    '03-23 10:00 nurture/questions',
    '04-03 10:00 nurture/first-step',
  ]);
});
