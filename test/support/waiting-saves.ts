/** Saves of a record in which an entry waits for its group, each unsound in one place. */
import type { Invariant } from '../../shared/core/promises/invariant.ts';
import { at, event, placed } from './events.ts';
import { storeWith } from './given.ts';
import { ended, inAfter, inBefore, type Save, withEnrolmentChanged } from './saves.ts';
import { marketing, send, transactional, waitFor } from './scenarios.ts';

const steps = [waitFor('days', { days: 9 }), send('b')];
const sample = marketing({
  id: 'sample',
  group: 'care',
  whenTaken: 'wait',
  trigger: { on: 'SampleDelivered', oncePer: { key: 'sample.id' }, whileRunning: 'ignore' },
  steps,
});
const told = [
  placed('o-1', '2026-03-02 12:30'),
  event('SampleDelivered', '2026-03-05 09:00', { sample: { id: 's-1' } }),
] as const;
const store = storeWith([marketing({ id: 'holder', group: 'care', steps }), sample]);
const { customer } = store.given(...told);
/** A save by which nothing moves. */
export const whileWaiting: Save = {
  before: customer,
  after: customer,
  around: store.around(at('2026-03-06 09:00')),
};
const { waiting = [] } = customer;
const freed = withEnrolmentChanged(customer, 'holder', ended('completed'));

export const waitingBreaks: readonly (readonly [Invariant, Save])[] = [
  ['waits-twice', inAfter(whileWaiting, { waiting: [...waiting, ...waiting] })],
  ['waits-in-vain', inAfter(whileWaiting, freed)],
  ['waits-in-vain', inBefore(inAfter(whileWaiting, freed), { waiting: undefined })],
  ['asleep-in-the-way', inAfter(whileWaiting, withEnrolmentChanged(customer, 'holder', { asleep: true }))],
  [
    'list-over-budget',
    inAfter(whileWaiting, {
      waiting: Array.from({ length: 9 }, (_, n) => ({
        scenario: `s-${n}`,
        key: 'k',
        at: at('2026-03-05 09:00'),
        word: 'w',
      })),
    }),
  ],
];

/** What a deployment has freed is found by the next decision, and told of nobody before. */
export const freedBefore: Save = inBefore(inAfter(whileWaiting, freed), freed);

const notices = transactional({
  id: 'notices',
  group: 'care',
  steps: [waitFor('days', { days: 9 }), send('thanks')],
});
const withNotices = storeWith([notices, sample]);
const behindNotices = withNotices.given(...told).customer;
/** Order mail of the group keeps its place as well. */
export const whileNoticesRun: Save = {
  before: behindNotices,
  after: behindNotices,
  around: withNotices.around(at('2026-03-06 09:00')),
};
