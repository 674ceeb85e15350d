import { expect, test } from 'vitest';
import { earlySurveyAsked } from '../../../shared/programs/early-survey/early-survey.ts';
import { answers, hers, orders } from '../../support/events-of-hana.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';

const monday = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo; the parcel is taken to arrive on 7 March
const open = () => storeInMemory({ startAt: monday, scenarios: [earlySurveyAsked] });

test('a first buyer is asked eight days after the parcel, and reminded once', async () => {
  const store = open();
  await orders(store, 'o-1');
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-15 19:00 early-survey__ask',
    '2026-03-24 19:00 early-survey__remind',
  ]);
});

test('the first question is answered from the mail itself', async () => {
  const store = open();
  await orders(store, 'o-1');
  await store.pass({ days: 15 });
  const mail = store.world.mailer.mails[0];
  expect(mail?.text).toContain('お求めの品は、いまのところいかがですか。');
  expect(mail?.html.match(/\/s\/[^"]+\?a=\d/g)).toHaveLength(4);
});

test('who has answered is not reminded', async () => {
  const store = open();
  await orders(store, 'o-1');
  await store.pass('2026-03-16T03:00:00Z');
  await answers(store, 'early', { impression: 'good' });
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-03-15 19:00 early-survey__ask']);
  expect(store.world.metrics.of('GoalReached', 'early-survey')).toBe(1);
});

test('thirty days after the order the question is closed, however late the parcel was', async () => {
  const store = open();
  await orders(store, 'o-1');
  await store.pass('2026-03-05T03:00:00Z');
  await hers(store, 'OrderShipped', { order: { id: 'o-1' } });
  await store.pass('2026-03-20T03:00:00Z');
  await hers(store, 'OrderDelivered', { order: { id: 'o-1' } });
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual(['2026-03-15 19:00 early-survey__ask']);
});

test('who has an open case is asked how she likes it once it is closed', async () => {
  const store = open();
  await orders(store, 'o-1');
  await store.pass('2026-03-12T03:00:00Z');
  await hers(store, 'HelpRequested', { help: { id: 'h-1', topic: 'damage' } });
  await store.pass('2026-03-17T03:00:00Z');
  await hers(store, 'HelpResolved', { help: { id: 'h-1' } });
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([
    '2026-03-18 19:00 early-survey__ask',
    '2026-03-27 19:00 early-survey__remind',
  ]);
});

test.each(['OrderReturned', 'OrderCancelled'] as const)('%s ends the question', async (ending) => {
  const store = open();
  await orders(store, 'o-1');
  await store.pass({ days: 2 });
  await hers(store, ending, { order: { id: 'o-1' } });
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toEqual([]);
});

test('a later order asks nothing', async () => {
  const store = open();
  await orders(store, 'o-1');
  await store.pass({ days: 60 });
  await orders(store, 'o-2');
  await store.pass({ days: 60 });
  expect(store.calendar('Asia/Tokyo')).toHaveLength(2);
});
