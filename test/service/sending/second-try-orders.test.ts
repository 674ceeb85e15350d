/** Whatever comes between a mail of unknown outcome and its second try: it goes as often as it may, and is told so. */
import { expect, test } from 'vitest';
import { SecondTry } from '../../support/second-try.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

type Play = (lab: SecondTry) => Promise<unknown>;
type Case = readonly [name: string, play: Play, went: number, outcome: readonly string[]];

const cases: readonly Case[] = [
  [
    'told of before it is asked about',
    async (lab) => {
      lab.silent('took');
      await lab.order();
      await lab.told();
    },
    1,
    ['c-1 sent'],
  ],
  [
    'told of after the second try',
    async (lab) => {
      lab.silent('took');
      await lab.order();
      await lab.store.pass({ minutes: 20 });
      await lab.told();
    },
    2,
    ['c-1 sent'],
  ],
  [
    'unknown twice, told of late, and then asked for again',
    async (lab) => {
      lab.silent('took', 'lost');
      await lab.order();
      await lab.store.pass({ hours: 3 });
      await lab.told();
      expect(await lab.giveBack()).toBe('settled');
    },
    1,
    ['c-1 sent'],
  ],
  [
    'unknown twice, asked for again, and told of before that try',
    async (lab) => {
      lab.silent('lost', 'took');
      await lab.order();
      await lab.store.pass({ hours: 3 });
      expect(await lab.giveBack()).toBe('asked');
      await lab.told('Email Delivered');
    },
    1,
    ['c-1 sent'],
  ],
  [
    'asked about by four copies of the question',
    async (lab) => {
      lab.silent('lost');
      await lab.order();
      await Promise.all([lab.resolve(), lab.resolve(), lab.resolve(), lab.resolve()]);
    },
    1,
    ['c-1 sent'],
  ],
  [
    'asked for again by two at once, and by a third a day later',
    async (lab) => {
      lab.silent('lost', 'lost');
      await lab.order();
      await lab.store.pass({ hours: 3 });
      await Promise.all([lab.giveBack(), lab.giveBack()]);
      await lab.store.pass({ days: 1 });
      expect(await lab.giveBack()).toBe('settled');
    },
    1,
    ['c-1 sent'],
  ],
  [
    'erased before the second try',
    async (lab) => {
      lab.silent('lost');
      await lab.order();
      await lab.erase();
    },
    0,
    [],
  ],
  [
    'given back, and erased before its try',
    async (lab) => {
      lab.silent('lost', 'lost');
      await lab.order();
      await lab.store.pass({ hours: 3 });
      await lab.giveBack();
      await lab.erase();
    },
    0,
    [],
  ],
  [
    'paused until it has expired',
    async (lab) => {
      lab.silent('lost');
      await lab.order();
      await lab.pause(true);
      await lab.store.pass({ days: 4 });
      await lab.pause(false);
    },
    0,
    ['c-1 unknown'],
  ],
  [
    'given back while all is paused, cancelled meanwhile',
    async (lab) => {
      lab.silent('lost', 'lost');
      await lab.order();
      await lab.store.pass({ hours: 3 });
      await lab.pause(true);
      await lab.giveBack();
      await lab.store.pass({ hours: 2 });
      await lab.cancel();
      await lab.pause(false);
    },
    0,
    ['c-1 unknown'],
  ],
  [
    'told of as delivered while the second try is under way',
    async (lab) => {
      lab.silent('took');
      await lab.order();
      lab.store.world.mailer.next(async () => {
        await lab.told('Email Delivered');
        return { kind: 'not-sent', because: 'throttled' };
      });
    },
    1,
    ['c-1 sent'],
  ],
  [
    'refused for good at the second try, and told of then',
    async (lab) => {
      lab.silent('took');
      await lab.order();
      lab.store.world.mailer.next({ kind: 'not-sent', because: 'rejected' });
      await lab.store.pass({ minutes: 20 });
      expect(await lab.outcome()).toEqual(['c-1 unknown']);
      await lab.told();
    },
    1,
    ['c-1 sent'],
  ],
];

test.each(cases)('a thank-you %s goes as often as it may, and is told so', async (_, play, went, outcome) => {
  const lab = new SecondTry(twoScenarios);
  await play(lab);
  await lab.store.pass({ days: 6 });
  expect([lab.went(), await lab.outcome()]).toEqual([went, outcome]);
});
