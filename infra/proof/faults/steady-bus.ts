/** A storefront that does not give up: whatever the bus did not take is put again, as its outbox would. */
import type { EventSink } from '../demo/play.ts';

const tries = 50;
const passing = /^(Throttl|Internal)/;

/** The bus came to nothing so often that something else is wrong. */
class BusUnreachable extends Error {
  override readonly name = 'BusUnreachable';
  readonly code = 'BUS_UNREACHABLE';
}

/** After an answer that was lost the same entries go again: then the events are on the bus twice. */
export function steadyBus(bus: EventSink): EventSink {
  return {
    async put(entries) {
      for (let nth = 0; nth < tries; nth += 1) {
        const answers = await bus.put(entries).catch(() => undefined);
        if (answers && !answers.some((because) => because !== undefined && passing.test(because)))
          return answers;
      }
      throw new BusUnreachable(`The bus took nothing in ${tries} tries; look whether the cloud still runs.`);
    },
  };
}
