import type { RecentSend } from '../../core/record/recent-send.ts';
import type { Situation } from '../../core/record/situation.ts';
import type { SendingSurroundings } from '../../core/record/surroundings.ts';

/** A message that the record claims, and all that is looked at to decide what becomes of it. */
export interface ClaimedSend
  extends Pick<Situation<SendingSurroundings>, 'scenario' | 'customer' | 'around'> {
  readonly send: RecentSend;
}
