/** Moves one enrolment on by one input. The only place where an enrolment's course is decided after its entry. */
import type { StoreEvent } from '../events/event.ts';
import { eventHash } from '../facts/event-identity.ts';
import { fieldsKept } from '../questions/refresh-fields.ts';
import { timerOf } from '../record/alarm/timer-effect.ts';
import type { Situation } from '../record/situation.ts';
import type { SendingSurroundings, Surroundings } from '../record/surroundings.ts';
import type { Because } from '../values/because.ts';
import { advanceByEvent } from './advance-by-event.ts';
import { advanceByRefusal } from './advance-by-refusal.ts';
import { advanceByTimer } from './advance-by-timer.ts';
import type { Advanced } from './advanced.ts';
import { decidedToSend } from './decided-to-send.ts';
import { movedVersion } from './move-version.ts';

/** `timer`: its timer fired. `event`: a fact arrived. `refusal`: the mail service certainly did not take its claimed message. */
export type Input =
  | { readonly kind: 'timer'; readonly around: SendingSurroundings }
  | { readonly kind: 'event'; readonly event: StoreEvent; readonly around: Surroundings }
  | {
      readonly kind: 'refusal';
      readonly touchpoint: string;
      readonly because: Because;
      readonly around: Surroundings;
    };

/**
 * The moment of every decision is `input.around.at`. An enrolment that a newer version takes over is moved there first; a
 * timer does nothing more than that, and the timer it gets in the new version decides.
 */
export function advance(of: Pick<Situation, 'scenario' | 'customer' | 'enrolment'>, input: Input): Advanced {
  switch (input.kind) {
    case 'timer': {
      const moved = movedVersion(of, input.around);
      if (!moved)
        return advanceByTimer(
          { ...of, event: fieldsKept(of.enrolment, input.around.context), around: input.around },
          decidedToSend,
        );
      const effects = [timerOf(moved.customer, moved.enrolment)];
      return { customer: moved.customer, effects, because: 'moved-version' };
    }
    case 'event': {
      const moved = movedVersion(of, input.around, eventHash(input.event));
      if (!moved) return advanceByEvent(alone(of, input.around), input.event);
      const known = advanceByEvent(alone(moved, input.around), input.event, 'moved');
      return known.customer === moved.customer ? { ...known, because: 'moved-version' } : known;
    }
    case 'refusal':
      return advanceByRefusal(alone(of, input.around), input.touchpoint, input.because);
    default:
      return neverInput(input);
  }
}

/** As the record alone knows it: what lies beside it is read only where a timer fires. */
const alone = (
  of: Pick<Situation, 'scenario' | 'customer' | 'enrolment'>,
  around: Surroundings,
): Situation => ({
  ...of,
  event: of.enrolment.event ?? {},
  around,
});

function neverInput(input: never): never {
  throw new Error(`Input ${(input as { kind: string }).kind} is not known to this code.`);
}
