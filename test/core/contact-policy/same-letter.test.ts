/** Which letters of another customer in the same mailbox are the one that is due. */
import type { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { sameLetterOf } from '../../../shared/core/contact-policy/same-letter.ts';
import { isMessage } from '../../../shared/core/language/steps.ts';
import { type Customer, type Enrolment, newCustomer } from '../../../shared/core/record/customer.ts';
import type { RecentSend } from '../../../shared/core/record/recent-send.ts';
import { at } from '../../support/events.ts';
import { scenarios } from '../../support/shipped.ts';

const letterKindOf = (id: string, stepId: string) => {
  const scenario = scenarios.find((one) => one.id === id);
  const step = scenario?.steps.filter(isMessage).find((one) => one.id === stepId);
  if (!scenario || !step) throw new Error(`no ${id}/${stepId}`);
  return { scenario, step };
};

const monday = at('2026-03-02 10:00');
const tuesday = at('2026-03-03 10:00');
const friday = at('2026-03-06 10:00');
const run = (parts: Partial<Enrolment>) => ({ id: 'run', enteredAt: monday, ...parts }) as Enrolment;

/** Somebody to whom the letter went, or did not. */
function other(of: ReturnType<typeof letterKindOf>, send: Partial<RecentSend>, about?: string): Customer {
  const sent = {
    scenario: of.scenario.id,
    step: of.step.id,
    kind: 'marketing',
    enrolment: 'theirs',
    state: 'claimed',
  };
  return {
    ...newCustomer('mori', 'c-9'),
    sends: [{ ...sent, at: tuesday, because: 'allowed', ...send } as RecentSend],
    enrolments: [run({ id: 'theirs', about })],
  };
}

const sale = letterKindOf('sale', 'open');
const promise = letterKindOf('welcome', 'promise');
const season = letterKindOf('gift-oseibo', letterOfSeason());

function letterOfSeason(): string {
  const steps = scenarios.find(({ id }) => id === 'gift-oseibo')?.steps.filter(isMessage) ?? [];
  return steps[0]?.id ?? '';
}

type Case = readonly [string, typeof sale, Customer, Enrolment, Temporal.Instant, boolean];

test.each<Case>([
  ['went while mine waited', promise, other(promise, {}), run({}), friday, true],
  [
    'went before mine began, days ago',
    promise,
    other(promise, {}),
    run({ enteredAt: friday }),
    friday,
    false,
  ],
  [
    'went before mine began, today',
    promise,
    other(promise, { at: friday }),
    run({ enteredAt: friday.add({ hours: 2 }) }),
    friday.add({ hours: 3 }),
    true,
  ],
  ['is another step', promise, other(promise, { step: 'gift' }), run({}), friday, false],
  ['went by LINE', promise, other(promise, { channel: 'line' }), run({}), friday, false],
  ['is of the same sale', sale, other(sale, {}, 'sale:spring'), run({ about: 'sale:spring' }), friday, true],
  ['is of another sale', sale, other(sale, {}, 'sale:spring'), run({ about: 'sale:bon' }), friday, false],
  [
    'went at another turn of the calendar',
    season,
    other(season, { at: friday }),
    run({ enteredAt: friday.add({ minutes: 1 }) }),
    friday.add({ minutes: 2 }),
    false,
  ],
])('a letter that %s', (_, of, one, enrolment, now, isSame) => {
  expect(sameLetterOf(one, { ...of, enrolment, around: { at: now } }) !== undefined).toBe(isSame);
});
