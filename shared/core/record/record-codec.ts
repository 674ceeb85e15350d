/** Between the customer and the plain data that is stored of her: names short but readable, nothing empty stored. */

import type { Customer, Profile } from './customer.ts';
import { givenOffer } from './letters/given-offer-form.ts';
import { oldLetters } from './letters/old-letter.ts';
import { monthForm, orderForm } from './orders/order-forms.ts';
import { giveDerived, leaveOutDerived } from './record-derived.ts';
import { entryOf } from './record-entry.ts';
import * as fact from './record-facts.ts';
import { hashes, instant, json, listForm, mapOf, named, optional, plain, texts } from './record-fields.ts';
import * as waits from './record-waits.ts';

/** Plain JSON-able data of one record. `shape` numbers the form below; `version` counts saves. */
export interface StoredRecord {
  readonly shape: number;
  readonly store: string;
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

/** Turns a record of one shape into the next; its `shape` is raised for it. Pure. */
export type Upcast = (stored: StoredRecord) => StoredRecord;

/** `upcasts[0]` lifts shape 1 to shape 2, and so on: this code's own shape is one more than there are upcasts. */
const upcasts: readonly Upcast[] = [
  // Shape 2 may leave out what can be made of the rest, and writes lists of hashes and of an order's facts in one piece: it reads shape 1 as it is.
  (stored) => stored,
];

/** The shape that this code writes. */
export const recordShape = upcasts.length + 1;

/** A record was written by code newer than this. Write nothing; put the message back until this code is replaced. */
export class NewerRecordShape extends Error {
  override readonly name = 'NewerRecordShape';
  readonly code = 'NEWER_RECORD_SHAPE';
  /** `found`: the record's shape; `known`: the newest this code reads. */
  constructor(found: number, known: number) {
    super(
      `A customer record has shape ${found}, and this code knows shapes up to ${known}: deploy the newer code again, ` +
        'or wait until its deployment is done. Nothing was written.',
    );
  }
}

const profile = entryOf<Profile>(
  {
    email: plain,
    undeliverable: plain,
    typed: plain,
    name: plain,
    familyName: named('family'),
    givenName: named('given'),
    locale: plain,
    timeZone: named('zone'),
    birthday: plain,
    birthdayChangedAt: named('bday', instant),
    source: plain,
    firstSource: named('src1', entryOf<NonNullable<Profile['firstSource']>>({ is: plain, at: instant })),
    attributes: json,
    line: fact.lineProfile,
    asOf: instant,
  },
  () => ({}),
);

/** All of a record but its head, which every stored record has as it is. */
const record = entryOf<Omit<Customer, 'store' | 'id' | 'version' | 'unknown'>>({
  profile,
  consent: mapOf(fact.consent),
  wishes: fact.wishes,
  lifecycle: fact.lifecycle,
  orders: listForm(orderForm),
  horizon: instant,
  months: optional(listForm(monthForm)),
  seen: hashes,
  enrolments: listForm(fact.enrolment),
  ended: listForm(fact.endedEnrolment),
  forgot: plain,
  refused: optional(named('not', listForm(waits.refused))),
  waiting: optional(named('waits', listForm(waits.waitingEntry))),
  sends: listForm(fact.send),
  letters: oldLetters,
  offers: optional(listForm(givenOffer)),
  pending: listForm(fact.pending),
  look: waits.look,
  alarms: waits.alarms,
  carts: listForm(fact.cart),
  views: listForm(fact.view),
  subscriptions: named('subs', listForm(fact.subscription)),
  owned: listForm(fact.owned),
  helps: listForm(fact.help),
  helpsOver: optional(named('helped', listForm(fact.help))),
  labels: texts,
  categories: named('cats', mapOf(fact.category)),
  done: texts,
  score: fact.score,
  segments: named('segs', mapOf(instant)),
  lastSignAt: named('sign', instant),
  referralCode: named('ref'),
  aliases: hashes,
  mergedInto: named('into'),
  mergedAt: named('intoAt', instant),
  mergedBy: named('intoBy'),
});

/**
 * What to store of a customer. Fields it does not know (`unknown`, and those inside entries) go back as they came; what
 * the rest would make again is left out (`record-derived.ts`).
 */
export function encodeRecord(customer: Customer): StoredRecord {
  const { store, id, version, unknown, ...known } = customer;
  const written = record.write(known);
  leaveOutDerived(customer, written);
  return { ...unknown, shape: recordShape, store, id, version, ...written };
}

/** The customer of a stored record. Throws {@link NewerRecordShape} for one written by newer code. */
export function decodeRecord(stored: StoredRecord): Customer {
  const { shape: _, store, id, version, ...current } = upcastRecord(stored, upcasts);
  const known: Record<string, unknown> = {};
  const unknown: Record<string, unknown> = {};
  const its = record.storedNames();
  for (const name in current) (its.has(name) ? known : unknown)[name] = current[name];
  const customer = { store, id, version, ...record.read(known) };
  giveDerived(customer);
  return Object.keys(unknown).length === 0 ? customer : { ...customer, unknown };
}

/** Lifts a record to the newest shape these steps reach. Throws {@link NewerRecordShape} for one beyond it. */
export function upcastRecord(stored: StoredRecord, steps: readonly Upcast[]): StoredRecord {
  const newest = steps.length + 1;
  if (stored.shape > newest) throw new NewerRecordShape(stored.shape, newest);
  return steps
    .slice(stored.shape - 1)
    .reduce<StoredRecord>((lifted, lift) => ({ ...lift(lifted), shape: lifted.shape + 1 }), stored);
}

/** A stored record with all that its form leaves out, for whoever reads it without deciding anything. */
export function spelledOut(stored: StoredRecord): StoredRecord {
  const { store, id, version, unknown, ...known } = decodeRecord(stored);
  // A copy of an entry has its ids as they are.
  const copies = <Entry>(entries: readonly Entry[]) => entries.map((entry) => ({ ...entry }));
  const whole = {
    enrolments: copies(known.enrolments),
    ended: copies(known.ended),
    sends: copies(known.sends),
    pending: copies(known.pending),
  };
  const written = record.write({ ...known, ...whole });
  const orders = ((written.orders ?? []) as object[]).map((one, nth) => ({
    ...one,
    seen: known.orders[nth]?.seen,
  }));
  return {
    ...unknown,
    shape: stored.shape,
    store,
    id,
    version,
    ...written,
    ...(orders.length > 0 && { orders }),
  };
}
