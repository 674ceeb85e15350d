/** All event sources together: what the stepper asks before it moves the clock. */
import type { Work } from '../time/stepper.ts';
import type { Invocations } from './invocations.ts';
import type { Poller } from './poller.ts';

/**
 * How far the clock may run ahead of the oldest work of other customers. What such work then asks for at a moment
 * already passed comes at once and is told its own moment; only the order between customers differs.
 */
const mostAhead_ms = 3 * 24 * 60 * 60 * 1000;

/** How long a closed batch window may fill up further, while nobody asks for what it holds. */
const mostPutOff_ms = 30 * 24 * 60 * 60 * 1000;

export function workOf(pollers: readonly Poller[], invocations: Invocations): Work {
  const withWindow = pollers.filter((poller) => poller.hasWindow);
  const atOnce = pollers.filter((poller) => !poller.hasWindow);
  const isBehind = (poller: Poller, at_ms: number) => {
    const most_ms = poller.hasWindow ? mostPutOff_ms : mostAhead_ms;
    return at_ms - (poller.waitingSince_ms() ?? at_ms) > most_ms;
  };
  const pump = () => {
    for (const poller of pollers) poller.pump();
  };
  const hurry = (some: readonly Poller[]) => {
    if (some.length === 0) return;
    for (const poller of some) poller.hurry();
    pump();
  };
  return {
    pump,
    isQuiet() {
      if (invocations.count === 0) hurry(withWindow);
      return invocations.count === 0;
    },
    mayGoTo(at_ms) {
      hurry(withWindow.filter((poller) => isBehind(poller, at_ms)));
      if (invocations.count === 0) return true;
      if (!invocations.letAhead(at_ms, mostAhead_ms)) return false;
      return !pollers.some((one) => isBehind(one, at_ms)) && !atOnce.some((one) => one.wantsProcess());
    },
  };
}
