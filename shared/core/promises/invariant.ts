/** The words of everything that must be true of a save, and what a broken one comes to. */
import type { Temporal } from 'temporal-polyfill';
import type { ScenarioBook } from '../language/scenario-book.ts';
import type { Brakes } from '../record/brakes.ts';
import type { Customer } from '../record/customer.ts';
import type { EngineSettings } from '../record/engine-settings.ts';
import type { AddressState } from '../record/suppression.ts';
import type { Waking } from '../record/sweep-moment.ts';

/**
 * `stops`: the save would send a mail that must not go, or lose an enrolment; it must not be done. `tells`: somebody has to
 * know, but the record is better saved than not.
 */
export const invariants = {
  /** Store, id or version are not those that were loaded: only the save itself counts the version. */
  'another-record': 'stops',
  'record-too-large': 'tells',
  'list-over-budget': 'tells',
  'orders-miscounted': 'tells',
  /** An enrolment that was open is neither open nor ended. */
  'run-lost': 'stops',
  'run-without-due': 'stops',
  /** The sweep would not ask for the customer 15 minutes after the earliest due, of any kind or of transactional ones. */
  'run-out-of-sight': 'tells',
  /** Something is due that its lane does not hold, and no alarm rings by then. */
  'run-without-alarm': 'tells',
  'arm-fell': 'stops',
  /** Step or due are others, but the timer would bear the name of the one before. */
  'moved-without-arm': 'stops',
  'ended-run-reopened': 'stops',
  /** Two enrolments of one id, of one order, or in a scenario that lets in once. */
  'entered-twice': 'stops',
  'two-runs-of-one-story': 'stops',
  /** Two entries of one scenario wait for their group. */
  'waits-twice': 'tells',
  /** An entry waits, and nothing of its group is open. */
  'waits-in-vain': 'tells',
  /** Nobody would ever be told that the place is free. */
  'asleep-in-the-way': 'tells',
  'two-mails-in-one-save': 'stops',
  'claim-of-no-open-run': 'stops',
  /** Scenario, version, step or kind are not those of a message. */
  'claim-of-no-message': 'stops',
  /** Its arm or its moment are not those of the decision: a redelivery would not find it, a cap miscount it. */
  'claim-not-of-now': 'stops',
  'claimed-twice': 'stops',
  'claim-stands-still': 'stops',
  'mail-without-claim': 'stops',
  /** Again, but not from `claimed`, or not transactional. */
  'wrong-resend': 'stops',
  'mail-after-the-end': 'stops',
  'mail-after-order-over': 'stops',
  'mail-too-early': 'stops',
  'mail-too-late': 'stops',
  'mail-without-address': 'stops',
  'mail-without-consent': 'stops',
  'mail-to-suppressed': 'stops',
  /** Of nothing of hers, though another with her address, who granted it too, bought later than she. */
  'mail-past-reader': 'stops',
  'mail-while-paused': 'stops',
  'mail-in-quiet-hours': 'stops',
  'mail-while-resting': 'stops',
  'mail-over-cap': 'stops',
  /** Four times by the contact policy. */
  'mail-held-too-often': 'stops',
  /** It speaks of another message, which never went. */
  'mail-without-needed': 'stops',
  /** Another offer is still good, or the last one was given too lately. */
  'mail-beside-offer': 'stops',
  'mail-while-case-open': 'stops',
} as const satisfies Record<string, 'stops' | 'tells'>;

export type Invariant = keyof typeof invariants;

export interface Broken {
  readonly invariant: Invariant;
  readonly fatal: boolean;
  /** The enrolment or touchpoint it was seen at: derived ids, no personal data. */
  readonly about?: string | undefined;
}

/** What whoever saves knows beside the record. What is left out is not asked about. */
export interface AroundSave {
  /** The moment of the decision. */
  readonly at: Temporal.Instant;
  readonly book?: ScenarioBook | undefined;
  readonly settings?: EngineSettings | undefined;
  readonly brakes?: Brakes | undefined;
  readonly address?: AddressState | undefined;
  /** Records of others with that address, where the letter goes there once. */
  readonly others?: readonly Customer[] | undefined;
  /** What is saved beside the record: from when the sweep may ask for it. */
  readonly waking?: Waking | undefined;
  /** The alarm that is being handled. */
  readonly rung?: Temporal.Instant | undefined;
  /** `kept`: nobody takes away what alarms are put off by this save, so that they ring. */
  readonly later?: 'kept' | undefined;
  /** Who sleeps was walked to here, where that is earlier than the moment of the decision. */
  readonly walkedTo?: Temporal.Instant | undefined;
  /** The touchpoint of the mail that goes out once this is saved. */
  readonly mail?: string | undefined;
}

export function broken(invariant: Invariant, about?: string): Broken {
  return { invariant, fatal: invariants[invariant] === 'stops', about };
}
