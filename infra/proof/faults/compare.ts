/** Holds a play with faults against one without: every intended message, by its touchpoint. */
import type { BusEntry } from '../demo/bus-entry.ts';
import type { TouchpointSeen } from '../demo/control.ts';
import type { Aftermath } from '../demo/tally.ts';
import { type Judged, judgePlay } from './judge.ts';
import { raceOf } from './race.ts';

/** One message that is not as it should be, in words without personal data. */
export interface PlayFinding {
  readonly touchpoint: string;
  readonly customer: string;
  readonly scenario: string;
  readonly step: string;
  readonly kind: string;
  readonly what: string;
}

export interface PlayComparison {
  readonly touchpoints: { readonly without: number; readonly with: number; readonly equal: number };
  readonly mails: { readonly without: number; readonly with: number };
  /** Marketing or transactional mail that is in no mailbox, and the record says nobody can know. */
  readonly unknown: readonly PlayFinding[];
  /** Transactional mails that went twice, both counted by the product. */
  readonly twiceCounted: number;
  readonly lost: readonly PlayFinding[];
  readonly twice: readonly PlayFinding[];
  readonly different: readonly PlayFinding[];
  /** Differences that the moment explains: an order of hers came so close that either may come first. */
  readonly raced: readonly PlayFinding[];
  /** The most by which a message went later than without faults. */
  readonly latest_ms: number;
  /** Customers whose lifecycle or consent is not as without faults. */
  readonly records: readonly string[];
}

interface Owned {
  readonly touchpoint: TouchpointSeen;
  readonly customer: string;
}

function touchpointsOf({ customers }: Aftermath): Map<string, Owned> {
  return new Map(
    [...customers].flatMap(([customer, { touchpoints }]) =>
      touchpoints.map((touchpoint) => [touchpoint.id, { touchpoint, customer }] as const),
    ),
  );
}

function mailsByTouchpoint({ mails }: Aftermath): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { touchpoint } of mails) {
    if (touchpoint) counts.set(touchpoint, (counts.get(touchpoint) ?? 0) + 1);
  }
  return counts;
}

function recordsThatDiffer(without: Aftermath, withFaults: Aftermath): string[] {
  const outcomeOf = (aftermath: Aftermath, id: string) => {
    const { lifecycle, consent } = (aftermath.customers.get(id)?.customer ?? {}) as Record<string, unknown>;
    return JSON.stringify([lifecycle, consent]);
  };
  const ids = new Set([...without.customers.keys(), ...withFaults.customers.keys()]);
  return [...ids].filter((id) => outcomeOf(without, id) !== outcomeOf(withFaults, id));
}

/**
 * @param entries those played, the same in both
 * @param sentOnceMore touchpoints that the product has written down as sent a second time
 */
export function comparePlays(
  without: Aftermath,
  withFaults: Aftermath,
  entries: readonly BusEntry[],
  sentOnceMore: ReadonlySet<string>,
): PlayComparison {
  const [expected, found] = [touchpointsOf(without), touchpointsOf(withFaults)];
  const mails = mailsByTouchpoint(withFaults);
  const race = raceOf(entries);
  const by: Record<Judged['is'], PlayFinding[]> = {
    equal: [],
    unknown: [],
    'twice-counted': [],
    lost: [],
    twice: [],
    different: [],
    raced: [],
  };
  let latest_ms = 0;
  for (const id of new Set([...expected.keys(), ...found.keys(), ...mails.keys()])) {
    const one = expected.get(id) ?? found.get(id);
    const customer = one?.customer ?? '';
    const { scenario = '', step = '', kind = '' } = (one?.touchpoint ?? {}) as Partial<PlayFinding>;
    const judged = judgePlay({
      expected: expected.get(id)?.touchpoint,
      found: found.get(id)?.touchpoint,
      mails: mails.get(id) ?? 0,
      sentOnceMore: sentOnceMore.has(id),
      isRace: (at) => kind === 'marketing' && race(customer, at),
    });
    by[judged.is].push({ touchpoint: id, customer, scenario, step, kind, what: judged.what });
    latest_ms = Math.max(latest_ms, judged.late_ms ?? 0);
  }
  const { unknown, lost, twice, different, raced } = by;
  return {
    touchpoints: { without: expected.size, with: found.size, equal: by.equal.length },
    mails: { without: without.mails.length, with: withFaults.mails.length },
    unknown,
    twiceCounted: by['twice-counted'].length,
    lost,
    twice,
    different,
    raced,
    latest_ms,
    records: recordsThatDiffer(without, withFaults),
  };
}
