import type { LaneMessage } from '../../core/events/lane-message.ts';
import { handleLook } from './handle-look.ts';
import { handleResolve } from './handle-resolve.ts';
import { handleTimer } from './handle-timer.ts';
import type { Sending } from './send-ports.ts';

/** Handles whatever comes out of a send lane, one message at a time. */
export async function handleLaneMessage(sending: Sending, message: LaneMessage): Promise<void> {
  switch (message.kind) {
    case 'timer':
      return handleTimer(sending, message);
    case 'look':
      await handleLook(sending, message);
      return;
    case 'resolve':
      return handleResolve(sending, message);
    case 'probe':
      sending.world.log.info('probe', { probe: message.id });
      return sending.world.probes.arrived(message.id);
  }
}
