/** A message whose time has come, as the rules of sending look at it. */
import type { Temporal } from 'temporal-polyfill';
import type { MessageStep } from '../language/steps.ts';
import type { Situation } from '../record/situation.ts';
import type { SendingSurroundings } from '../record/surroundings.ts';
import type { Side } from '../values/side.ts';

type Situated = Situation<SendingSurroundings>;

/**
 * `enrolment` and `event` are left out where the message alone is asked about: what only an enrolment can answer, the
 * message's own `when` and the space after a hold, is not asked then.
 */
export interface DueMessage
  extends Pick<Situated, 'scenario' | 'customer' | 'around'>,
    Partial<Pick<Situated, 'enrolment' | 'event'>> {
  readonly step: MessageStep;
  /** When it was first due. */
  readonly since: Temporal.Instant;
  /** The enrolment's. */
  readonly side: Side | undefined;
}
