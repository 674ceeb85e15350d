/** How far an enrolment is in a series, and what is noted of a message that was dealt with. */
import { asksFor } from '../../language/asks-for.ts';
import { isNeeded } from '../../language/message-standing.ts';
import type { MessageStep, Series } from '../../language/steps.ts';
import { nextOfSeries } from '../../questions/due.ts';
import type { Enrolment } from '../../record/customer.ts';
import type { Surroundings } from '../../record/surroundings.ts';
import type { DealtWith } from './walk-message.ts';
import type { Place } from './walk-place.ts';

/** How many messages the series has by now: its own count or the numbers of its template, whichever is smaller. */
export function seriesLimit({ template, count }: Series, { book }: Pick<Surroundings, 'book'>): number {
  const numbered = book.template(template)?.numbered;
  return Math.min(count ?? numbered ?? 0, numbered ?? Number.POSITIVE_INFINITY);
}

/** What changes of the place after a message; a series stays where it is until its last number is dealt with. */
export function noted(
  step: MessageStep,
  here: Place,
  dealt: DealtWith,
): Pick<Place, 'enrolment'> & Partial<Pick<Place, 'index' | 'due' | 'fresh'>> {
  const { enrolment, scenario, around } = here;
  const before = enrolment.counts?.[step.id] ?? 0;
  if (step.kind === 'send') {
    // The record's sends are kept for two weeks; an enrolment that asks later which of its messages went counts them itself.
    const isCounted =
      dealt.as === 'claimed' && (asksFor(scenario, 'enrolment.sent') || isNeeded(scenario, step));
    if (!isCounted) return { enrolment };
    return { enrolment: withCount(enrolment, step.id, before + 1) };
  }
  const count = dealt.as === 'missed' ? before : before + 1;
  const lap = (enrolment.lap ?? 0) + 1;
  const next = { ...withCount(enrolment, step.id, count), lap };
  if (count >= seriesLimit(step, around)) return { enrolment: next };
  const waiting = { ...here, customer: dealt.customer, enrolment: next };
  const due = nextOfSeries(step, dealt.at ?? around.at, waiting);
  return { enrolment: next, index: here.index, due, fresh: false };
}

const withCount = (enrolment: Enrolment, step: string, count: number): Enrolment => ({
  ...enrolment,
  counts: { ...enrolment.counts, [step]: count },
});
