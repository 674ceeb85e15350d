/** The ports: everything the service asks of the outside, the clock among them. Each world implements all of them. */
import type { Temporal } from 'temporal-polyfill';
import type { Customer } from '../core/record/customer.ts';
import type { Mail, MailAccount, SendOutcome } from '../core/record/mail.ts';
import type { AddressState, Suppression, SuppressionScope } from '../core/record/suppression.ts';
import type { FeedbackKind, Lane, RecordedTouchpoint, Touchpoint } from '../core/record/touchpoint.ts';
import type { Control, MarketingStanding } from './brakes.ts';
import type { Audit, Beside, Gone } from './gone.ts';
import type { MetricName } from './metric-names.ts';
import type { Bus, Everybody, Intake, OrderOwners, Products } from './order-owners.ts';
import type { Lanes, Timers } from './timers.ts';

export type { Mail, MailAccount, NotSent, SendOutcome } from '../core/record/mail.ts';
export type { Control, MarketingStanding } from './brakes.ts';
export type { Audit, AuditEntry, Beside, Gone, Holding, Tombstone } from './gone.ts';
export type { Bus, Everybody, Intake, OrderOwner, OrderOwners, Products } from './order-owners.ts';
export type { Arming, Lanes, Timers } from './timers.ts';

type Instant = Temporal.Instant;

export interface Clock {
  now(): Instant;
  sleep(delay_ms: number): Promise<void>;
}

export interface Customers {
  /** A consistent read. Throws `NewerRecordShape` for a record written by newer code. */
  load(id: string): Promise<Customer | undefined>;
  /** Customer and address in one batch of consistent reads; `address` is the keyed hash to read along, if known. */
  loadWithAddress(
    id: string,
    address: string | undefined,
  ): Promise<{ customer: Customer | undefined; address: AddressState | undefined }>;
  /**
   * One conditional write: stores `customer` with `version + 1` if the stored version still is `customer.version`
   * (0: if there is none), together with `sweepAt`, the moment from which the sweep may ask for it (none: it waits
   * for nothing). A conflict changes nothing. Resolves to what was stored.
   */
  save(customer: Customer, sweepAt: Instant | undefined): Promise<Customer | 'conflict'>;
  /** Deletes the record if its stored version still is `version`; `conflict`: it is another, or none. */
  remove(id: string, version: number): Promise<'removed' | 'conflict'>;
}

/** The fields of an entry that are too big for the record. Written before the record; an orphan is harmless. */
export interface Contexts {
  load(customer: string, enrolment: string): Promise<Readonly<Record<string, unknown>> | undefined>;
  put(customer: string, enrolment: string, event: Readonly<Record<string, unknown>>): Promise<void>;
}

export interface Addresses {
  load(key: string): Promise<AddressState | undefined>;
  /** Remembers that this customer uses the address. Safe to repeat. */
  use(key: string, customer: string): Promise<void>;
  /** Ids of the customers who use it, sorted; of an address that very many use, some of them. */
  holders(key: string): Promise<readonly string[]>;
  /** Forgets that this customer uses the address; what is known of the address stays. Safe to repeat. */
  leave(key: string, customer: string): Promise<void>;
  /** The latest of a scope stays, but a bounce never hides a complaint. Safe to repeat and in any order. */
  suppress(key: string, scope: SuppressionScope, suppression: Suppression): Promise<void>;
  /** Notes that a mail to it came back for the moment. Safe to repeat and in any order; the newest are kept. */
  strike(key: string, at: Instant): Promise<void>;
}

export interface Touchpoints {
  load(customer: string, id: string): Promise<RecordedTouchpoint | undefined>;
  /** Reads many at once: `[customer, id]` pairs; missing ones are left out. */
  loadMany(keys: readonly (readonly [customer: string, id: string])[]): Promise<RecordedTouchpoint[]>;
  list(customer: string): Promise<RecordedTouchpoint[]>;
  /** Writes the outcome. `unknown` gives way to anything; any other state stays as it is. Safe to repeat. */
  settle(touchpoint: Touchpoint): Promise<'settled' | 'already'>;
  /** Notes the first instant of a kind of feedback on a touchpoint. Safe to repeat and in any order. */
  note(customer: string, id: string, kind: FeedbackKind, at: Instant): Promise<void>;
}

/** Proof of a change of consent, kept beside the record. */
export interface ConsentEvidence {
  readonly customer: string;
  /** Derived, so that a repeat writes the same item. */
  readonly id: string;
  readonly at: Instant;
  readonly granted: boolean;
  readonly topics: readonly string[];
  readonly source: string;
  readonly wording?: string | undefined;
  /** Of a grant that counts only once she has confirmed it. */
  readonly pending?: true | undefined;
  /** When it is deleted: set once nothing is granted any more (`end-evidence.ts`). */
  readonly expiresAt?: Instant | undefined;
}

export interface Evidence {
  /** Writes it anew where one of its id is there. Safe to repeat. */
  put(evidence: ConsentEvidence): Promise<void>;
  list(customer: string): Promise<ConsentEvidence[]>;
}

export interface Mailer {
  /** Exactly one attempt. Never throws for what the mail service answers or does not answer. */
  send(mail: Mail): Promise<SendOutcome>;
}

export interface Account {
  read(): Promise<MailAccount>;
}

export interface Pacer {
  /** Resolves when this worker may make its next call to the mail service for the lane. */
  take(lane: Lane): Promise<void>;
}

/** A message compiled at build: Liquid sources. */
export interface CompiledTemplate {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Of a numbered message: what each number says of its own, the first at 0. */
  readonly episodes?:
    | readonly { readonly title: string; readonly paragraphs: readonly string[] }[]
    | undefined;
}

export interface Templates {
  /** Throws `UnknownTemplate` where neither the locale nor the fallback is there. */
  load(template: string, locale: string): Promise<CompiledTemplate>;
}

/** Secrets: `address` keys the hashes of addresses and never changes; the first of `links` signs, all verify. */
export interface Keys {
  readonly address: string;
  readonly links: readonly { readonly id: string; readonly secret: string }[];
}

export interface Overdue {
  readonly customer: string;
  readonly sweepAt: Instant;
}

/** The sparse index of customers who wait for a timer, in 16 shards. */
export interface Sweep {
  overdue(shard: number, before: Instant, limit: number): Promise<Overdue[]>;
  /** Moves the moment on, if nobody moved it meanwhile. */
  push(overdue: Overdue, to: Instant): Promise<boolean>;
}

/** That a probe came through a lane, kept for an hour for whoever sent it. */
export interface Probes {
  arrived(id: string): Promise<void>;
}

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Ids and reasons only: no personal data. */
export interface Log {
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
}

/** Counters of the running batch; one EMF line for each scenario at its end. */
export interface Metrics {
  count(name: MetricName, by?: number, scenario?: string): void;
}

export interface World {
  readonly clock: Clock;
  readonly customers: Customers;
  readonly contexts: Contexts;
  readonly addresses: Addresses;
  readonly touchpoints: Touchpoints;
  readonly evidence: Evidence;
  readonly control: Control;
  readonly timers: Timers;
  readonly lanes: Lanes;
  readonly standing: MarketingStanding;
  readonly bus: Bus;
  readonly products: Products;
  readonly everybody: Everybody;
  readonly intake: Intake;
  readonly mailer: Mailer;
  readonly account: Account;
  readonly pacer: Pacer;
  readonly templates: Templates;
  keys(): Promise<Keys>;
  readonly sweep: Sweep;
  readonly probes: Probes;
  readonly orderOwners: OrderOwners;
  readonly beside: Beside;
  readonly gone: Gone;
  readonly audit: Audit;
  readonly log: Log;
  readonly metrics: Metrics;
}

export const sweepShards = 16;
