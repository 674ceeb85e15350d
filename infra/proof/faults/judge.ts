/** What became of one intended message under faults, held against its fate without them. */
import { Temporal } from 'temporal-polyfill';
import type { TouchpointSeen } from '../demo/control.ts';

export interface Case {
  readonly expected: TouchpointSeen | undefined;
  readonly found: TouchpointSeen | undefined;
  /** Accepted mails with this touchpoint's id, under faults. */
  readonly mails: number;
  /** The product wrote down that it goes a second time. */
  readonly sentOnceMore: boolean;
  /** True for a moment so close to what ends the message's story that either may come first. */
  readonly isRace: (at: Temporal.Instant) => boolean;
}

export interface Judged {
  readonly is: 'equal' | 'unknown' | 'twice-counted' | 'lost' | 'twice' | 'different' | 'raced';
  readonly what: string;
  readonly late_ms?: number;
}

/** Retries, holds and dead letters put back make a message late, never by more than a marketing mail is good for. */
const mostLate_ms = 24 * 60 * 60_000;
/** A timer that comes up to a minute early counts as due. */
const mostEarly_ms = 60_000;

const instantOf = ({ at }: TouchpointSeen) => Temporal.Instant.from(at);

function whenBoth(expected: TouchpointSeen, found: TouchpointSeen, mails: number): Judged {
  const late_ms = instantOf(found).epochMilliseconds - instantOf(expected).epochMilliseconds;
  if (found.state === 'sent' && mails === 0)
    return { is: 'lost', what: 'recorded as sent, and in no mailbox' };
  if (found.state === 'unknown' && mails === 0) return { is: 'unknown', what: 'unknown' };
  if (found.state !== expected.state) {
    const what = `${found.state} (${found.because}) in place of ${expected.state} (${expected.because})`;
    return { is: expected.state === 'sent' && mails === 0 ? 'lost' : 'different', what };
  }
  if (found.state !== 'sent' && found.because !== expected.because) {
    return { is: 'different', what: `${found.because} in place of ${expected.because}` };
  }
  if (late_ms > mostLate_ms) return { is: 'different', what: `${late_ms} ms late`, late_ms };
  if (late_ms < -mostEarly_ms) return { is: 'different', what: `${-late_ms} ms early`, late_ms };
  return { is: 'equal', what: 'equal', late_ms };
}

function whenOne({ expected, found, mails, isRace }: Case): Judged {
  if (expected) {
    if (mails > 0) return { is: 'different', what: 'mailed, and no touchpoint' };
    if (isRace(instantOf(expected)))
      return { is: 'raced', what: `not reached in place of ${expected.state}` };
    const is = expected.state === 'sent' ? 'lost' : 'different';
    return { is, what: `no touchpoint in place of ${expected.state}` };
  }
  if (!found) return { is: 'different', what: 'mailed, and no touchpoint in either play' };
  const what = `${found.state} (${found.because}) in place of nothing`;
  return { is: isRace(instantOf(found)) ? 'raced' : 'different', what };
}

/** A mail more than once comes first: it is the worst that can be. */
export function judgePlay(one: Case): Judged {
  const { expected, found, mails, sentOnceMore } = one;
  const outcome = found ?? expected;
  if (mails > 1) {
    const counted =
      outcome?.kind === 'transactional' && mails === 2 && sentOnceMore && found?.state === 'sent';
    return { is: counted ? 'twice-counted' : 'twice', what: `${mails} mails` };
  }
  return expected && found ? whenBoth(expected, found, mails) : whenOne(one);
}
