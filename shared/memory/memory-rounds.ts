/** Rounds over all customers in memory: by id, so many on a page; the cursor is the last id of it. */
import type { Temporal } from 'temporal-polyfill';
import type { Rounds } from '../ports/rounds.ts';

const earlier = (at: Temporal.Instant) => Math.floor(at.epochMilliseconds / 1000);
const later = (at: Temporal.Instant) => Math.ceil(at.epochMilliseconds / 1000);

/**
 * `rounds` in memory.
 *
 * @param moments of every customer the second from which the scan finds them; undefined: never
 */
export function memoryRounds(moments: Map<string, number | undefined>, pageSize = 200): Rounds {
  let begun_ms: number | undefined;
  let kept: string | undefined;
  return {
    async begin(now, lastBefore) {
      if (begun_ms !== undefined && begun_ms > lastBefore.epochMilliseconds) return undefined;
      begun_ms = now.epochMilliseconds;
      return { cursor: kept };
    },

    async asleep(cursor, before) {
      const after = [...moments.keys()].filter((id) => cursor === undefined || id > cursor).sort();
      const page = after.slice(0, pageSize);
      const isAsleep = (id: string) => (moments.get(id) ?? Number.POSITIVE_INFINITY) <= earlier(before);
      return { ids: page.filter(isAsleep), next: after.length > pageSize ? page.at(-1) : undefined };
    },

    async putOff(customer, before, to) {
      if ((moments.get(customer) ?? Number.POSITIVE_INFINITY) > earlier(before)) return false;
      moments.set(customer, later(to));
      return true;
    },

    async reached(round, from, to) {
      if (begun_ms !== round.epochMilliseconds || kept !== from) return false;
      kept = to;
      return true;
    },
  };
}
