/** Steps that must not happen twice: what a journey writes, tells others, or counts. */
import type { Step } from '../../language/steps.ts';
import { withSetFacts } from '../set-facts.ts';
import { withEmitted } from './walk-emit.ts';
import { landing, type Place, rested, restingAt, turned, type Walked } from './walk-place.ts';

/** After a claim, which may be given back, she rests before such a step for a moment. */
export function doneOnce(
  step: Extract<Step, { kind: 'set' | 'emit' | 'repeat' }>,
  here: Place,
): Place | Walked {
  const { around, scenario } = here;
  if (here.claimed) return rested(here, restingAt(here.enrolment, step.id, here.due, around.at));
  switch (step.kind) {
    case 'set':
      return { ...here, customer: withSetFacts(here.customer, step, around), index: here.index + 1 };
    case 'emit':
      return { ...here, customer: withEmitted(step, here), index: here.index + 1 };
    case 'repeat': {
      const rounds = here.enrolment.counts?.[step.id] ?? 0;
      if (rounds >= step.atMost) return { ...here, index: here.index + 1 };
      const to = landing(scenario, step.from);
      // A series in between begins anew with each round.
      const between = scenario.steps.slice(to, here.index).filter(({ kind }) => kind === 'series');
      const again = Object.fromEntries(between.map(({ id }) => [id, 0]));
      const counts = { ...here.enrolment.counts, ...again, [step.id]: rounds + 1 };
      return turned({ ...here, enrolment: { ...here.enrolment, counts } }, to);
    }
    default:
      return neverStep(step);
  }
}

function neverStep(step: never): never {
  throw new Error(`Step kind ${(step as Step).kind} is not known to this code.`);
}
