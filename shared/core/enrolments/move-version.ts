/** A newer version may say that who is inside goes on in it: step by step of its map, at the next touch of the enrolment. */
import type { Scenario } from '../language/scenario.ts';
import type { Enrolment } from '../record/customer.ts';
import { withEnrolment } from '../record/replace-enrolment.ts';
import type { Situation } from '../record/situation.ts';
import type { Surroundings } from '../record/surroundings.ts';

type MovedVersion = Pick<Situation, 'scenario' | 'customer' | 'enrolment'>;

/**
 * The enrolment in the newest version that takes it over, with a timer of its own; undefined where none does. Each version
 * speaks of the one before it. A step that a map does not name stays in its version, and so does an ended run.
 *
 * @param by the hash of the event that touched it, where one did: its redelivery arms the timer again
 */
export function movedVersion(
  { customer, enrolment }: Pick<Situation, 'customer' | 'enrolment'>,
  { book }: Surroundings,
  by?: string,
): MovedVersion | undefined {
  const newest = book.current.find(({ id }) => id === enrolment.scenario);
  if (enrolment.ended || !newest || newest.version <= enrolment.version) return undefined;
  let moving = enrolment;
  for (let version = enrolment.version + 1; version <= newest.version; version += 1) {
    if (!book.has(enrolment.scenario, version)) continue;
    const next = book.find(enrolment.scenario, version);
    const step = stepIn(next, moving.step);
    if (step === undefined) break;
    moving = { ...moving, version, lane: next.kind, step };
  }
  if (moving === enrolment) return undefined;
  const moved: Enrolment = { ...moving, doze: undefined, arm: enrolment.arm + 1, by };
  return {
    customer: withEnrolment(customer, moved),
    enrolment: moved,
    scenario: book.find(moved.scenario, moved.version),
  };
}

function stepIn({ inFlight, steps }: Scenario, step: string): string | undefined {
  if (inFlight === undefined || inFlight === 'stay' || !Object.hasOwn(inFlight.move, step)) return undefined;
  const to = inFlight.move[step];
  return steps.some(({ id }) => id === to) ? to : undefined;
}
