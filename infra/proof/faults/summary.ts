/** What is told of both plays. */
import type { PlayComparison } from './compare.ts';

export interface Play {
  readonly seconds: number;
  readonly failedInvocations: number;
  readonly deadLetters: number;
  readonly enrolments: number;
}

/** What `--json` prints. `dealt` by `service.kind`. */
export interface FaultSummary {
  readonly seed: number;
  readonly database: string;
  readonly customers: number;
  readonly orders: number;
  readonly requests: number;
  readonly dealt: Readonly<Record<string, number>>;
  readonly kills: number;
  readonly lateMails: number;
  /** Mails that were asked for, and the worker could not learn whether they went. */
  readonly unclear: number;
  /** Messages recorded as unknown, or sent once more, that are not among these: a kill between claim and settle. */
  readonly withoutCause: number;
  readonly sentOnceMore: number;
  readonly redriven: number;
  readonly without: Play;
  readonly withFaults: Play;
  readonly comparison: PlayComparison;
  readonly broken: readonly string[];
}
