/** Sound saves of the engine, and ways to change them in one place. */

import type { Send } from '../../shared/core/language/steps.ts';
import type { AroundSave } from '../../shared/core/promises/invariant.ts';
import { brokenInvariants } from '../../shared/core/promises/invariants.ts';
import type { Customer, Enrolment } from '../../shared/core/record/customer.ts';
import type { RecentSend } from '../../shared/core/record/recent-send.ts';
import { topics } from '../../shared/core/values/topic.ts';
import { at, placed } from './events.ts';
import { storeWith, timer } from './given.ts';
import { marketing, send, transactional, waitFor, waitUntil } from './scenarios.ts';

const lettersSaying = (said: Partial<Send>) =>
  marketing({
    exitOn: ['OrderReturned'],
    steps: [waitUntil('week', 7, 'arrived'), send('a', said), waitFor('a-day', { days: 1 }), send('b')],
  });
const letters = lettersSaying({});
const thanks = transactional({
  exitOn: ['OrderReturned'],
  steps: [send('thanks'), waitFor('x', { days: 9 })],
});
export const store = storeWith([
  letters,
  thanks,
  marketing({ id: 'once', priority: 'browse', trigger: { oncePer: 'ever' } }),
]);
export const history = store.given(placed('o-1', '2026-03-02 10:00'));

/** A book in which the first letter says more of itself. */
export const saying = (said: Partial<Send>): Pick<AroundSave, 'book'> => ({
  book: storeWith([lettersSaying(said), thanks]).around(at('2026-03-02 10:00')).book,
});

export interface Save {
  readonly before: Customer;
  readonly after: Customer;
  readonly around: AroundSave;
}

function claimOf(scenario: 'letters' | 'thanks'): Save {
  const { due } = history.running(scenario);
  const { customer, effects } = history.when(timer(scenario));
  const mail = effects.find((effect) => effect.do === 'send')?.touchpoint.id;
  return { before: history.customer, after: customer, around: { ...store.around(due), mail } };
}
export const letter = claimOf('letters');
export const thankYou = claimOf('thanks');
/** The thank-you a second time, its outcome being unknown. */
export const again: Save = {
  before: thankYou.after,
  after: withSend(thankYou.after, { state: 'resent' }),
  around: thankYou.around,
};
/** A save of the three runs that neither moves them nor sends. */
export const atEntry: Save = {
  before: history.customer,
  after: history.customer,
  around: { ...letter.around, mail: undefined },
};

export const enrolmentOf = (customer: Customer, scenario: string) =>
  customer.enrolments.find((one) => one.scenario === scenario) as Enrolment;
export const claim = (customer: Customer) => customer.sends[0] as RecentSend;
export function withEnrolmentChanged(
  customer: Customer,
  scenario: string,
  change: Partial<Enrolment>,
): Customer {
  const enrolments = customer.enrolments.map((one) =>
    one.scenario === scenario ? { ...one, ...change } : one,
  );
  return { ...customer, enrolments };
}
export function withSend(customer: Customer, change: Partial<RecentSend>): Customer {
  return { ...customer, sends: customer.sends.map((one) => ({ ...one, ...change })) };
}
export const words = ({ before, after, around }: Save) =>
  brokenInvariants(before, after, around).map(({ invariant }) => invariant);

export const inBefore = (save: Save, change: Partial<Customer>): Save => ({
  ...save,
  before: { ...save.before, ...change },
});
export const inAfter = (save: Save, change: Partial<Customer>): Save => ({
  ...save,
  after: { ...save.after, ...change },
});
export const inClaim = (save: Save, change: Partial<RecentSend>): Save => ({
  ...save,
  after: withSend(save.after, change),
});
export const knowing = (save: Save, around: Partial<AroundSave>): Save => ({
  ...save,
  around: { ...save.around, ...around },
});
/** The mail goes at another moment, and says so. */
export const goingAt = (save: Save, moment: string) =>
  inClaim(knowing(save, { at: at(moment) }), { at: at(moment) });
export const entering = (scenario: string, change: Partial<Enrolment>): Save => {
  const more = { ...enrolmentOf(history.customer, scenario), id: 'another', ...change };
  return inAfter(atEntry, { enrolments: [...history.customer.enrolments, more] });
};
export const ended = (because: 'completed' | 'exit-rule') => ({ ended: { at: letter.around.at, because } });
export const suppression = { because: 'unsubscribed' as const, at: at('2026-03-05 10:00') };
export const paused = (all: boolean, scenarios: string[] = []) => ({
  paused: { all, marketing: false, scenarios },
});
export const marketingSent = {
  ...claim(letter.after),
  touchpoint: 'other',
  step: 'other',
  at: letter.around.at,
};
export const denied = { all: { is: 'denied', at: at('2026-03-03 10:00'), source: 'one-click' } } as const;

/** A letter about nothing of hers, to an address whose other customer bought later. */
export const aboutNothing = {
  ...letter,
  before: withEnrolmentChanged(letter.before, 'letters', { order: undefined, about: undefined }),
};
export const shared = {
  key: 'k',
  holders: {
    'c-1': { granted: topics },
    'c-2': { granted: topics, boughtAt: at('2026-03-01 10:00') },
  },
};
