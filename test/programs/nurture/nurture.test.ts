import { expect, test } from 'vitest';
import { nurture } from '../../../shared/programs/nurture/nurture.ts';
import { nurtureAfterWelcome } from '../../../shared/programs/nurture/nurture-after-welcome.ts';
import { nurtureSample } from '../../../shared/programs/nurture/nurture-sample.ts';
import { welcome } from '../../../shared/programs/welcome/welcome.ts';
import { orderOf, storefront } from '../../support/storefront.ts';

const switchedOn = { ...nurture, enabled: true };
const viewed = { product: { id: 'p-1', name: '野草茶' } };

test('interest is followed by four letters in three weeks', async () => {
  const shop = storefront([switchedOn]);
  await shop.tell('ProductViewed', viewed);
  await shop.pass({ days: 40 });
  expect(shop.mails()).toEqual([
    '03-03 10:00 nurture/how-to',
    '03-06 10:00 nurture/others',
    '03-12 10:00 nurture/questions',
    '03-23 10:00 nurture/first-step',
  ]);
});

test('the first order ends the letters', async () => {
  const shop = storefront([switchedOn]);
  await shop.tell('ProductViewed', viewed);
  await shop.pass({ days: 5 });
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.pass({ days: 40 });
  expect(shop.mails()).toHaveLength(2);
  expect(shop.world.metrics.of('GoalReached', 'nurture')).toBe(1);
});

test('who has bought, or is being welcomed, gets none', async () => {
  const bought = storefront([switchedOn]);
  await bought.tell('OrderPlaced', orderOf('o-1'));
  await bought.tell('ProductViewed', viewed);
  await bought.pass({ days: 40 });
  expect(bought.mails()).toEqual([]);

  const welcomed = storefront([{ ...welcome, holdout: 0 }, switchedOn]);
  await welcomed.tell('CustomerRegistered');
  await welcomed.tell('ProductViewed', viewed);
  await welcomed.pass({ days: 40 });
  expect(welcomed.mails().every((mail) => mail.includes('welcome/'))).toBe(true);
});

test('it ships switched off', async () => {
  const shop = storefront([nurture]);
  await shop.tell('ProductViewed', viewed);
  await shop.pass({ days: 40 });
  expect(shop.mails()).toEqual([]);
});

test('a sample is asked after from the day it arrived, by its name', async () => {
  const shop = storefront([nurtureSample]);
  await shop.tell('SampleRequested', { sample: { id: 's-1', name: 'お試し三包' } });
  await shop.pass({ days: 3 });
  await shop.tell('SampleDelivered', { sample: { id: 's-1', name: 'お試し三包' } });
  await shop.pass({ days: 40 });
  expect(shop.mails()).toEqual([
    '03-06 10:00 nurture-sample/opened',
    '03-09 10:00 nurture-sample/use',
    '03-15 10:00 nurture/questions',
    '03-26 10:00 nurture-sample/next',
  ]);
  expect(shop.world.mailer.mails[0]?.text).toContain('お試し三包');
});

test('an order ends the letters of a sample', async () => {
  const shop = storefront([nurtureSample]);
  await shop.tell('SampleDelivered', { sample: { id: 's-1' } });
  await shop.pass({ days: 2 });
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.pass({ days: 40 });
  expect(shop.mails()).toEqual(['03-03 10:00 nurture-sample/opened']);
});

test('a sample that comes while its customer is welcomed is asked after when the welcome is over', async () => {
  const shop = storefront([{ ...welcome, holdout: 0 }, nurtureAfterWelcome, nurtureSample]);
  await shop.tell('CustomerRegistered');
  await shop.pass({ days: 5 });
  await shop.tell('SampleDelivered', { sample: { id: 's-1', name: 'お試し三包' } });
  await shop.pass({ days: 40 });
  expect(shop.mails()).toEqual([
    '03-02 12:45 welcome/hello',
    '03-04 10:00 welcome/promise',
    '03-06 10:00 welcome/gift',
    '03-11 20:00 welcome/gift-ends',
    '03-14 10:00 nurture-sample/opened',
    '03-17 10:00 nurture-sample/use',
    '03-23 10:00 nurture/questions',
    '04-03 10:00 nurture-sample/next',
  ]);
});

test('a sample that comes after the welcome takes the place of the letters to whoever has none', async () => {
  const shop = storefront([{ ...welcome, holdout: 0 }, nurtureAfterWelcome, nurtureSample]);
  await shop.tell('CustomerRegistered');
  await shop.pass({ days: 15 });
  await shop.tell('SampleDelivered', { sample: { id: 's-1', name: 'お試し三包' } });
  await shop.pass({ days: 40 });
  expect(shop.mails().slice(4)).toEqual([
    '03-14 10:00 nurture/how-to',
    '03-17 10:00 nurture/others',
    '03-18 10:00 nurture-sample/opened',
    '03-21 10:00 nurture-sample/use',
    // Eight letters in thirty days: the welcome’s first is thirty days ago then, and the story goes on with its distance.
    '04-01 10:00 nurture/questions',
    '04-12 10:00 nurture-sample/next',
  ]);
});

test('who orders while welcomed is asked after no sample', async () => {
  const shop = storefront([{ ...welcome, holdout: 0 }, nurtureAfterWelcome, nurtureSample]);
  await shop.tell('CustomerRegistered');
  await shop.pass({ days: 5 });
  await shop.tell('SampleDelivered', { sample: { id: 's-1', name: 'お試し三包' } });
  await shop.pass({ days: 2 });
  await shop.tell('OrderPlaced', orderOf('o-1'));
  await shop.pass({ days: 40 });
  expect(shop.mails().filter((mail) => mail.includes('nurture'))).toEqual([]);
});
