/** The port of the two send lanes. */
import type { LaneMessage } from '../core/events/lane-message.ts';
import type { Lane } from '../core/values/lane.ts';

export interface Lanes {
  /** `delay_s`: 0 to 900. */
  enqueue(lane: Lane, message: LaneMessage, delay_s: number): Promise<void>;
  /** About how many messages wait to be taken in the lane; delayed ones are not counted. */
  backlog(lane: Lane): Promise<number>;
  /** Whether nothing waits to be taken and nothing that was taken is still at work. */
  isIdle(lane: Lane): Promise<boolean>;
}
