/** Every id the engine makes is a hash of what it stands for, so that doing a thing again makes the same id. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** `length` hexadecimal digits (at most 64) of SHA-256 over the parts; no two lists of parts read alike. */
export function digest(parts: readonly (string | number)[], length: number): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, length);
}

/** A number in [0, 1) by hash: the same parts always get the same one. 48 bits. */
export function fraction(parts: readonly (string | number)[]): number {
  return Number.parseInt(digest(parts, 12), 16) / 2 ** 48;
}

/** What an enrolment's id stands for. */
export interface EnrolmentKey {
  readonly store: string;
  readonly customer: string;
  readonly scenario: string;
  readonly key: string;
}

export function enrolmentId({ store, customer, scenario, key }: EnrolmentKey): string {
  return digest(['enrolment', store, customer, scenario, key], 20);
}

/** Of a run that is not the only one of its key: `told` is what let it in, and is the same when that comes again. */
export function ownEnrolmentId({ store, customer, scenario, key }: EnrolmentKey, told: string): string {
  return digest(['enrolment', store, customer, scenario, key, told], 20);
}

/** An enrolment at one of its steps. */
interface StepKey {
  readonly store: string;
  readonly customer: string;
  readonly enrolment: string;
  readonly step: string;
}

interface TouchpointKey extends StepKey {
  /** Tells a second visit to the step from the first. */
  readonly lap: number;
}

export function touchpointId({ store, customer, enrolment, step, lap }: TouchpointKey): string {
  return digest(['touchpoint', store, customer, enrolment, step, lap], 32);
}

/** A segment that a customer came to or left at a moment (ISO 8601), and what made us ask. */
interface SegmentChangeKey {
  readonly store: string;
  readonly customer: string;
  readonly segment: string;
  readonly change: string;
  readonly at: string;
  readonly by: string;
}

export function segmentChangeId({ store, customer, segment, change, at, by }: SegmentChangeKey): string {
  return digest(['segment', store, customer, segment, change, at, by], 32);
}

/** A customer's lane, and the minute (since the epoch) for which its alarm is armed. */
interface AlarmKey {
  readonly store: string;
  readonly customer: string;
  readonly lane: string;
  readonly minute: number;
  /** How often one of the lane was taken back before. */
  readonly turn?: number | undefined;
}

/** At most 64 characters of `[0-9a-zA-Z-_]`, as Scheduler asks of names and client tokens. */
export function alarmName({ store, customer, lane, minute, turn }: AlarmKey): string {
  const turns = turn ? [turn] : [];
  return `a-${digest(['alarm', store, customer, lane, minute, ...turns], 40)}`;
}
