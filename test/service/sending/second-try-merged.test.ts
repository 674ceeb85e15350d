/** A record becomes part of another between a mail of unknown outcome and its second try. */
import { expect, test } from 'vitest';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { days } from '../../../shared/core/values/duration.ts';
import { known, old, SecondTry } from '../../support/second-try.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

type Play = (lab: SecondTry) => Promise<unknown>;
type Case = readonly [name: string, play: Play, went: number, outcome: readonly string[]];

const cases: readonly Case[] = [
  [
    'of a record that became part of another before the second try',
    async (lab) => {
      await lab.register();
      lab.silent('lost');
      await lab.order(old);
      await lab.merge();
    },
    1,
    ['c-old sent'],
  ],
  [
    'of a record that became part of another, and whose order is cancelled there',
    async (lab) => {
      await lab.register();
      lab.silent('lost');
      await lab.order(old);
      await lab.merge();
      await lab.cancel(known);
    },
    0,
    ['c-old unknown'],
  ],
  [
    'of a record that became part of another, which was erased then',
    async (lab) => {
      await lab.register();
      lab.silent('lost');
      await lab.order(old);
      await lab.merge();
      await lab.erase('c-1');
    },
    0,
    [],
  ],
  [
    'unknown twice, of a record that became part of another, and asked for again under either id',
    async (lab) => {
      await lab.register();
      lab.silent('lost', 'lost');
      await lab.order(old);
      await lab.store.pass({ hours: 3 });
      await lab.merge();
      await Promise.all([lab.giveBack('c-old'), lab.giveBack('c-1')]);
    },
    1,
    ['c-old sent'],
  ],
];

test.each(cases)('a thank-you %s goes as often as it may, and is told so', async (_, play, went, outcome) => {
  const lab = new SecondTry(twoScenarios);
  await play(lab);
  await lab.store.pass({ days: 6 });
  expect([lab.went(), await lab.outcome()]).toEqual([went, outcome]);
});

/** Thanks, and a day later a word more: when the records become one, the run goes on in the other. */
const [orderThanks] = twoScenarios;
const longThanks = {
  ...orderThanks,
  steps: [
    ...(orderThanks?.steps ?? []),
    { id: 'day', kind: 'wait', for: days(1) },
    { id: 'more', kind: 'send', template: 'order-thanks/thanks' },
  ],
} as Scenario;

test.each([
  ['goes once more', async () => undefined, 2, ['c-old sent', 'c-1 sent']],
  [
    'goes no more where the order is cancelled there',
    (lab: SecondTry) => lab.cancel(known),
    0,
    ['c-old unknown'],
  ],
] as const)('the first mail of a run that goes on in another record %s', async (_, then, went, outcome) => {
  const lab = new SecondTry([longThanks]);
  await lab.register();
  lab.silent('lost');
  await lab.order(old);
  await lab.merge();
  await then(lab);
  await lab.store.pass({ days: 6 });
  expect([lab.went(), (await lab.outcome()).toSorted()]).toEqual([went, outcome.toSorted()]);
});

test('a second try goes to the address of the record that stays', async () => {
  const lab = new SecondTry(twoScenarios);
  await lab.register();
  lab.silent('lost');
  await lab.order({ ...old, email: 'hana.old@example.com' });
  await lab.merge();
  await lab.store.pass({ hours: 1 });
  expect(lab.store.world.mailer.mails.map(({ to }) => to)).toEqual(['hana@example.com']);
});
