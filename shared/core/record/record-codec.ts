/** Between the customer and the plain data that is stored of her: names short but readable, nothing empty stored. */
import type {
  Customer,
  EndedEnrolment,
  Enrolment,
  LedgerOrder,
  Lifecycle,
  Profile,
  RecentSend,
} from './customer.ts';
import * as fact from './record-facts.ts';
import type { Form, Forms } from './record-fields.ts';
import { entryOf, instant, json, listForm, mapOf, named, optional, plainForm } from './record-fields.ts';

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
const upcasts: readonly Upcast[] = [];

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

const order = entryOf<LedgerOrder>({
  id: plainForm,
  seen: listForm(),
  at: instant,
  placedAt: named('placed', instant),
  shippedAt: named('shipped', instant),
  deliveredAt: named('delivered', instant),
  total: plainForm,
});

const enrolment = entryOf<Enrolment>({
  id: plainForm,
  scenario: plainForm,
  version: named('v'),
  key: plainForm,
  enteredAt: named('entered', instant),
  order: plainForm,
  about: plainForm,
  event: json,
  context: plainForm,
  step: plainForm,
  since: instant,
  due: instant,
  arm: plainForm,
  lap: plainForm,
  counts: plainForm,
  variants: plainForm,
  held: plainForm,
  by: plainForm,
  ended: entryOf<NonNullable<Enrolment['ended']>>({ at: instant, because: named('why') }),
});

const ended = entryOf<EndedEnrolment>({
  id: plainForm,
  scenario: plainForm,
  version: named('v'),
  key: plainForm,
  enteredAt: named('entered', instant),
  order: plainForm,
  about: plainForm,
  at: instant,
  because: named('why'),
});

const send = entryOf<RecentSend>({
  touchpoint: named('touch'),
  enrolment: named('run'),
  scenario: plainForm,
  version: named('v'),
  step: plainForm,
  kind: plainForm,
  channel: plainForm,
  content: plainForm,
  topic: plainForm,
  arm: plainForm,
  at: instant,
  since: instant,
  lap: plainForm,
  number: named('n'),
  state: plainForm,
  because: named('why'),
});

const profile = entryOf<Profile>(
  {
    email: plainForm,
    undeliverable: plainForm,
    name: plainForm,
    familyName: named('family'),
    givenName: named('given'),
    locale: plainForm,
    timeZone: named('zone'),
    birthday: plainForm,
    birthdayChangedAt: named('bday', instant),
    source: plainForm,
    attributes: json,
    asOf: instant,
  },
  () => ({}),
);

const lifecycle = entryOf<Lifecycle>(
  { orders: plainForm, firstOrderAt: named('first', instant), lastOrderAt: named('last', instant) },
  () => ({ orders: 0 }),
);

const fields: Forms<Omit<Customer, 'unknown'>> = {
  store: plainForm,
  id: plainForm,
  version: plainForm,
  profile,
  consent: mapOf(fact.consent),
  wishes: fact.wishes,
  lifecycle,
  orders: listForm(order),
  horizon: instant,
  seen: listForm(),
  enrolments: listForm(enrolment),
  ended: listForm(ended),
  sends: listForm(send),
  pending: listForm(fact.pending),
  look: fact.lookForm,
  carts: listForm(fact.cart),
  views: listForm(fact.view),
  subscriptions: named('subs', listForm(fact.subscription)),
  owned: listForm(fact.owned),
  helps: listForm(fact.help),
  helpsOver: optional(named('helped', listForm(fact.help))),
  labels: listForm(),
  categories: named('cats', mapOf(fact.category)),
  done: listForm(),
  score: fact.score,
  segments: named('segs', mapOf(instant)),
  lastSignAt: named('sign', instant),
  aliases: listForm(),
  mergedInto: named('into'),
  mergedAt: named('intoAt', instant),
};
/** The names by which the record's fields are stored. */
const storedNames = new Set(Object.entries<Form>(fields).map(([name, form]) => form.as ?? name));
const record = entryOf(fields) as unknown as {
  write(customer: object): object;
  read(stored: object): Customer;
};

/** What to store of a customer. Fields it does not know (`unknown`, and those inside entries) go back as they came. */
export function encodeRecord(customer: Customer): StoredRecord {
  const { unknown, ...known } = customer;
  return { ...unknown, shape: upcasts.length + 1, ...record.write(known) } as StoredRecord;
}

/** The customer of a stored record. Throws {@link NewerRecordShape} for one written by newer code. */
export function decodeRecord(stored: StoredRecord): Customer {
  const { shape: _, ...current } = upcastRecord(stored, upcasts);
  const known: Record<string, unknown> = {};
  const unknown: Record<string, unknown> = {};
  for (const name in current) (storedNames.has(name) ? known : unknown)[name] = current[name];
  const customer = record.read(known);
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
