/** What must be true of every record that is stored. */
import type { Temporal } from 'temporal-polyfill';
import type { Customer, Enrolment } from '../../shared/core/record/customer.ts';
import type { RecentSend } from '../../shared/core/record/recent-send.ts';
import { encodeRecord } from '../../shared/core/record/record-codec.ts';
import type { Waking } from '../../shared/core/record/sweep-moment.ts';
import { itemSize } from '../../shared/core/values/item-size.ts';
import { most_skew_ms } from './invocation.ts';
import type { Oracle } from './oracle.ts';

/** Far below the 400 KB of an item: what a decision reads and writes stays cheap. */
const largest_bytes = 40 * 1024;
/** While many orders of a burst are open, claimed and still to tell of. */
const largestOfBurst_bytes = 80 * 1024;
/** What the record may hold of each: it is bounded by construction. */
const mostOf = {
  orders: 24,
  seen: 36,
  sends: 160,
  enrolments: 160,
  pending: 64,
  carts: 3,
  views: 8,
  labels: 32,
  done: 64,
};
/** So many events for the bus lie in the record when they are no longer fresh. */
const mostPublished = 16;
/** So many claims lie there beside the order mail that may have to go once more. */
const mostSettled = 40;
const fresh_ms = 3_600_000;
const grace_ms = 15 * 60_000;
/** A queue's longest delay, and how wrong a clock may go. */
const laneHolds_ms = 16 * 60_000;

/** An hour, by whatever clock; or a second try was refused. */
const isInDoubt = ({ kind, state, because, at: claimed }: RecentSend, at: Temporal.Instant): boolean =>
  kind === 'transactional' &&
  state !== 'skipped' &&
  (because !== 'allowed' || at.since(claimed).total('milliseconds') < fresh_ms + most_skew_ms);

interface Saved {
  readonly before: Customer | undefined;
  readonly after: Customer;
  readonly waking: Waking;
  readonly at: Temporal.Instant;
}

export function recordFault(oracle: Oracle, { before, after, waking, at }: Saved): void {
  oracle.check(
    'each save raises the version by one',
    after.version !== (before?.version ?? 0) + 1 && after.id,
  );
  for (const [list, most] of Object.entries(mostOf)) {
    const { length } = after[list as keyof typeof mostOf];
    oracle.check('a list stays within its bound', length > most && `${after.id}: ${length} ${list}`);
  }
  const fresh = after.pending.filter(
    (event) => at.since(event.at).total('milliseconds') < fresh_ms + most_skew_ms,
  );
  const { length: pending } = after.pending;
  // A save that decides nothing about her, such as a claim given back, leaves the list as it was.
  const left = before?.pending.length ?? 0;
  oracle.check(
    'a list stays within its bound',
    pending > Math.max(mostPublished, fresh.length, left) &&
      `${after.id}: ${pending} pending, ${fresh.length} fresh`,
  );
  const settled = after.sends.filter((send) => !isInDoubt(send, at)).length;
  const isBurst = fresh.length > mostPublished || after.sends.length - settled > mostSettled;
  // Counting every record's bytes would be half of the simulation's work.
  if (after.version % 8 === 0) {
    const size = itemSize(encodeRecord(after));
    const largest = isBurst ? largestOfBurst_bytes : largest_bytes;
    oracle.check('a record stays small', size > largest && `${after.id}: ${size} bytes`);
  }
  oracle.check(
    'a list stays within its bound',
    settled > mostSettled && `${after.id}: ${settled} sends settled`,
  );
  const open = after.enrolments.filter((enrolment) => !enrolment.ended && !enrolment.asleep);
  const hidden = [
    ...open.filter((enrolment) => !isFound(enrolment, waking.any)),
    // What is due sooner went straight into its lane, and no alarm could be lost.
    ...open.filter(
      (enrolment) =>
        oracle.isTransactional(enrolment) &&
        (enrolment.doze?.until ?? enrolment.due).epochMilliseconds > at.epochMilliseconds + laneHolds_ms &&
        !isFound(enrolment, waking.transactional),
    ),
  ];
  const [one] = hidden;
  oracle.check(
    'the sweep knows every open run',
    one && `${after.id}: ${one.scenario} due ${one.due}, sweep ${JSON.stringify(waking)} at ${at}`,
  );
  const ids = after.enrolments.map((enrolment) => enrolment.id);
  oracle.check('a run stands in the record once', new Set(ids).size !== ids.length && after.id);
  const lost = (before?.enrolments ?? []).find(
    ({ id, ended, asleep }) =>
      !ended && !asleep && ![...after.enrolments, ...after.ended].some((one) => one.id === id),
  );
  oracle.check('no run is lost', lost && `${after.id} ${lost.scenario}/${lost.step}`);
  const running = new Set(
    after.enrolments.filter((enrolment) => !enrolment.ended).map((enrolment) => enrolment.id),
  );
  for (const enrolment of before?.enrolments ?? []) {
    const next = after.enrolments.find((other) => other.id === enrolment.id);
    oracle.check(
      'an arm never falls',
      next !== undefined && next.arm < enrolment.arm && `${after.id} ${enrolment.id}`,
    );
    if (!enrolment.ended) continue;
    const byRelease = ['completed', 'exit-step'].includes(enrolment.ended.because);
    oracle.check(
      'what has ended stays so',
      running.has(enrolment.id) && !byRelease && `${after.id} ${enrolment.id}`,
    );
  }
}

/** By the scan or the index: no later than a quarter of an hour after its due. */
const isFound = ({ due, doze }: Enrolment, asked: Temporal.Instant | undefined): boolean =>
  (asked?.epochMilliseconds ?? Number.POSITIVE_INFINITY) <=
  (doze?.until ?? due).epochMilliseconds + grace_ms + 1000;
