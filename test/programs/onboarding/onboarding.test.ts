import { expect, test } from 'vitest';
import { onboarding } from '../../../shared/programs/onboarding/onboarding.ts';
import { onboardingHelp } from '../../../shared/programs/onboarding/onboarding-help.ts';
import { orderOf, storefront } from '../../support/storefront.ts';

test('the first days of a first parcel have a guide and a place to ask', async () => {
  const shop = storefront([onboarding]);
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.pass({ days: 2 });
  await shop.tell('OrderDelivered', orderOf('o-1'));
  await shop.pass({ days: 30 });
  expect(shop.mails()).toEqual(['03-06 10:00 onboarding/tutorial', '03-09 10:00 onboarding/where-to-ask']);
});

test('a present gets no guide', async () => {
  const shop = storefront([onboarding]);
  await shop.tell('OrderPlaced', orderOf('o-1', { gift: true }));
  await shop.pass({ days: 30 });
  expect(shop.mails()).toEqual([]);
});

test('a second order ends it, and begins none', async () => {
  const shop = storefront([onboarding]);
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.pass({ days: 8 });
  await shop.tell('OrderPlaced', orderOf('o-2'));
  await shop.pass({ days: 30 });
  expect(shop.mails()).toEqual(['03-09 10:00 onboarding/tutorial']);
});

test('a return of the order ends it', async () => {
  const shop = storefront([onboarding]);
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.pass({ days: 8 });
  await shop.tell('OrderReturned', orderOf('o-1'));
  await shop.pass({ days: 30 });
  expect(shop.mails()).toHaveLength(1);
});

test('it is silent while a support case is open, and speaks again when that is solved', async () => {
  const shop = storefront([onboarding]);
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.tell('HelpRequested', { help: { id: 'h-1', topic: 'use' } });
  await shop.pass({ days: 8 });
  await shop.tell('HelpResolved', { help: { id: 'h-1' } });
  await shop.pass({ days: 30 });
  expect(shop.mails()).toEqual(['03-11 10:00 onboarding/tutorial', '03-14 10:00 onboarding/where-to-ask']);
  expect(await shop.skipped()).toEqual([]);
});

test('a question of a first customer becomes a task for a person, due within a day', async () => {
  const shop = storefront([onboardingHelp]);
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.tell('HelpRequested', { help: { id: 'h-1', topic: 'use' } });
  await shop.pass({ days: 1 });
  const tasks = shop.world.bus.published.filter(({ name }) => name === 'HumanTask');
  expect(tasks).toHaveLength(1);
  expect(tasks[0]?.detail).toMatchObject({ reason: 'first-order-question', dueAt: '2026-03-03T03:30:00Z' });
});

test('a question of somebody who has not bought is left to the service', async () => {
  const shop = storefront([onboardingHelp]);
  await shop.tell('HelpRequested', { help: { id: 'h-1', topic: 'use' } });
  await shop.pass({ days: 1 });
  expect(shop.world.bus.published.filter(({ name }) => name === 'HumanTask')).toEqual([]);
});
