/** What must be true of every record that is stored. */
import type { Temporal } from 'temporal-polyfill';
import type { Customer } from '../../shared/core/record/customer.ts';
import { encodeRecord } from '../../shared/core/record/record-codec.ts';
import { itemSize } from '../../shared/core/values/item-size.ts';
import type { Oracle } from './oracle.ts';

/** Far below the 400 KB of an item: what a decision reads and writes stays cheap. */
const largest_bytes = 24 * 1024;
/** What the record may hold of each: it is bounded by construction. */
const mostOf = {
  orders: 24,
  seen: 32,
  sends: 40,
  enrolments: 50,
  pending: 16,
  carts: 3,
  views: 8,
  labels: 32,
  done: 64,
};
const grace_ms = 15 * 60_000;

export function recordFault(
  oracle: Oracle,
  before: Customer | undefined,
  after: Customer,
  sweepAt: Temporal.Instant | undefined,
  at: Temporal.Instant,
): void {
  oracle.check(
    'each save raises the version by one',
    after.version !== (before?.version ?? 0) + 1 && after.id,
  );
  // Counting every record's bytes would be half of the simulation's work.
  if (after.version % 8 === 0) {
    const size = itemSize(encodeRecord(after));
    oracle.check('a record stays small', size > largest_bytes && `${after.id}: ${size} bytes`);
  }
  for (const [list, most] of Object.entries(mostOf)) {
    const { length } = after[list as keyof typeof mostOf];
    oracle.check('a list stays within its bound', length > most && `${after.id}: ${length} ${list}`);
  }
  const dues = after.enrolments
    .filter((enrolment) => !enrolment.ended)
    .map((enrolment) => enrolment.due.epochMilliseconds);
  const earliest_ms = Math.min(...dues);
  const isFound =
    dues.length === 0 ||
    (sweepAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY) <= earliest_ms + grace_ms + 1000;
  oracle.check(
    'the sweep knows every open run',
    !isFound && `${after.id}: due ${earliest_ms}, sweep ${sweepAt} at ${at}`,
  );
  const ids = after.enrolments.map((enrolment) => enrolment.id);
  oracle.check('a run stands in the record once', new Set(ids).size !== ids.length && after.id);
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
