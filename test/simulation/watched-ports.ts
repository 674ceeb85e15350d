/** Ports that tell the oracle what goes through them. */
import type { World } from '../../shared/ports/world.ts';
import type { Ground } from './ground.ts';
import type { Invocation } from './invocation.ts';

export function watchedLanes({ lanes, oracle }: Ground, invocation: Invocation): World['lanes'] {
  return {
    ...lanes,
    async enqueue(lane, message, delay_s) {
      if (invocation.kind === 'reconcile' && 'customer' in message)
        oracle.alarms.woken(lane, message.customer);
      return lanes.enqueue(lane, message, delay_s);
    },
  };
}

export function watchedBus({ oracle }: Ground, invocation: Invocation): World['bus'] {
  return {
    async publish(events) {
      for (const event of events) oracle.published(invocation, event);
    },
  };
}

export function watchedTouchpoints({ memory, oracle }: Ground, invocation: Invocation): World['touchpoints'] {
  const { touchpoints } = memory;
  return {
    ...touchpoints,
    async settle(touchpoint) {
      const settled = await touchpoints.settle(touchpoint);
      if (invocation.openClaim === touchpoint.id) invocation.openClaim = undefined;
      oracle.settled(invocation, touchpoint, settled);
      return settled;
    },
  };
}
