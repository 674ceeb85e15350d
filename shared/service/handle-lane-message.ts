import type { LaneMessage } from '../core/lane-message.ts';
import { handleResolve } from './handle-resolve.ts';
import { handleTimer } from './handle-timer.ts';
import type { Sending } from './send-ports.ts';

/** Handles whatever comes out of a send lane, one message at a time. */
export function handleLaneMessage(sending: Sending, message: LaneMessage): Promise<void> {
  return message.kind === 'timer' ? handleTimer(sending, message) : handleResolve(sending, message);
}
