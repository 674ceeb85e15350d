/** How far a run is in a series, and what is noted of a message that was dealt with. */
import type { Temporal } from 'temporal-polyfill';
import { asksFor } from '../language/asks-for.ts';
import type { Scenario } from '../language/scenario.ts';
import type { MessageStep, Series } from '../language/steps.ts';
import { firstOfSeries, nextOfSeries } from '../questions/due.ts';
import type { Enrolment } from '../record/customer.ts';
import type { Surroundings } from '../record/surroundings.ts';
import type { Place } from './walk-place.ts';
import type { AtMessage, Walking } from './walking.ts';

/** How many messages the series has by now: its own count or the numbers of its template, whichever is smaller. */
export function seriesLimit({ template, count }: Series, { book }: Surroundings): number {
  const numbered = book.template(template)?.numbered;
  return Math.min(count ?? numbered ?? 0, numbered ?? Number.POSITIVE_INFINITY);
}

/** The due of the first message, where the walk has just come to the series. */
export function firstInSeries(
  step: Series,
  { customer, enrolment, due }: Place,
  scenario: Scenario,
  { settings }: Surroundings,
): Temporal.Instant {
  return firstOfSeries(step, due, { scenario, customer, enrolment, event: {}, settings });
}

type DealtWith = Extract<AtMessage, { readonly as: string }>;

/** What changes of the place after a message; a series stays where it is until its last number is dealt with. */
export function noted(
  step: MessageStep,
  here: Place,
  dealt: DealtWith,
  walking: Walking,
): Pick<Place, 'enrolment'> & Partial<Place> {
  const { enrolment } = here;
  const before = enrolment.counts?.[step.id] ?? 0;
  if (step.kind === 'send') {
    // The record's sends are kept for two weeks; a run that asks later which of its messages went counts them itself.
    const isCounted = dealt.as === 'claimed' && asksFor(walking.scenario, 'enrolment.sent');
    if (!isCounted) return { enrolment };
    return { enrolment: withCount(enrolment, step.id, before + 1) };
  }
  const count = dealt.as === 'missed' ? before : before + 1;
  const lap = (enrolment.lap ?? 0) + 1;
  const next = { ...withCount(enrolment, step.id, count), lap };
  if (count >= seriesLimit(step, walking.around)) return { enrolment: next };
  const waiting = {
    scenario: walking.scenario,
    customer: dealt.customer,
    enrolment: next,
    event: walking.event,
    settings: walking.around.settings,
  };
  const due = nextOfSeries(step, dealt.at ?? walking.around.at, waiting);
  return { enrolment: next, index: here.index, due, fresh: false };
}

const withCount = (enrolment: Enrolment, step: string, count: number): Enrolment => ({
  ...enrolment,
  counts: { ...enrolment.counts, [step]: count },
});
