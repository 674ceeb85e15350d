/** Whether a play under faults kept the delivery contract. */
import type { PlayComparison } from './compare.ts';

export interface Ending {
  readonly comparison: PlayComparison;
  /** Dead letters that are left. */
  readonly deadLetters: number;
  /** Runs that ever stood in a record. */
  readonly enrolments: { readonly without: number; readonly with: number };
  /** Messages recorded as unknown, or sent once more, whose mail no fault made unclear. */
  readonly withoutCause: number;
  readonly kills: number;
}

/** What was broken, one sentence each; empty: nothing. */
export function brokenPromise({
  comparison,
  deadLetters,
  enrolments,
  withoutCause,
  kills,
}: Ending): string[] {
  const { lost, twice, different, records } = comparison;
  const count = (what: string, of: number) => (of === 0 ? [] : [`${what}: ${of}`]);
  return [
    ...count('mails lost', lost.length),
    ...count('mails twice that nobody counted', twice.length),
    ...count('touchpoints that differ', different.length),
    ...count('customers whose record differs', records.length),
    ...count('dead letters left', deadLetters),
    ...count('enrolments more or fewer', Math.abs(enrolments.with - enrolments.without)),
    // A worker that dies between claim and settle leaves one message unclear, whatever it asked last.
    ...count('unknown without a cause, beyond one for each kill', Math.max(0, withoutCause - kills)),
  ];
}
