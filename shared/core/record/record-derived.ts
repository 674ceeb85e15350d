/**
 * What a record need not store of its entries, because it would be made again of what lies beside it: the ids of
 * enrolments, touchpoints and published changes of segments, a key that is the moment of entry, and which enrolment a
 * message was of, where that is the newest of its scenario. Each is stored all the same where it is another.
 * A getter stands in their place, so that a hash is made only when somebody asks.
 */
import { enrolmentId, segmentChangeId, touchpointId } from '../values/ids.ts';
import type { Customer, EndedEnrolment, Enrolment } from './customer.ts';
import type { PendingEvent } from './pending-event.ts';
import type { RecentSend } from './recent-send.ts';

interface Source {
  /** What it is made from, beside the entry itself. */
  readonly from: unknown;
  made?: string;
}

/** By entry, and by field. A copy of an entry holds the values themselves, and stands nowhere here. */
const sources = new WeakMap<object, Record<string, Source>>();

/** The fields of an entry that need not be written: nobody has put anything else in their place. */
export const fieldsLeftOut = (entry: object): Readonly<Record<string, unknown>> | undefined =>
  sources.get(entry);

/** One field of one kind of entry. Each entry shares its getter, so that they stay of one form to the machine. */
interface Derived<Entry extends object, From> {
  readonly name: keyof Entry & string;
  /** The field's name in the store. */
  readonly as: string;
  readonly make: (entry: Entry, from: From) => string | undefined;
  readonly isSame: (one: From, other: From) => boolean;
  readonly getter: PropertyDescriptor;
}

/** `isSame` tells whether what was made from one would be made from the other. */
function derived<Entry extends object, From>(
  fields: Omit<Derived<Entry, From>, 'getter'>,
): Derived<Entry, From> {
  const { name, make } = fields;
  function get(this: Entry): string | undefined {
    const source = sources.get(this)?.[name];
    if (source === undefined) return undefined;
    source.made ??= make(this, source.from as From) as string;
    return source.made;
  }
  return { ...fields, getter: { get, enumerable: true, configurable: true } };
}

/** Puts a getter in the place of a field that is not there. */
function makeWhenAsked<Entry extends object, From>(
  entry: Entry,
  { name, getter }: Derived<Entry, From>,
  from: From,
): void {
  if (entry[name] !== undefined) return;
  Object.defineProperty(entry, name, getter);
  const fields = sources.get(entry);
  if (fields) fields[name] = { from };
  else sources.set(entry, { [name]: { from } });
}

/** Settles a field of an entry just written: it is stored only where it is another than would be made of the rest. */
function storeUnlessMade<Entry extends object, From>(
  entry: Entry,
  { name, as, make, isSame }: Derived<Entry, From>,
  out: Record<string, unknown>,
  from: From,
): void {
  const source = sources.get(entry)?.[name];
  if (source && isSame(source.from as From, from)) return;
  const value = entry[name];
  if (value === make(entry, from)) delete out[as];
  else out[as] = value;
}

type Plain = Record<string, unknown>;
type Run = Enrolment | EndedEnrolment;
type Lists = Pick<Customer, 'store' | 'id' | 'enrolments' | 'ended' | 'sends' | 'pending'>;
type Owner = Pick<Customer, 'store' | 'id'>;

const isSameOwner = (one: Owner, other: Owner) => one.store === other.store && one.id === other.id;

const runKey = derived<Run, null>({
  name: 'key',
  as: 'key',
  make: ({ enteredAt }) => enteredAt.toString(),
  isSame: () => true,
});

const runId = derived<Run, Owner>({
  name: 'id',
  as: 'id',
  make: ({ scenario, key }, { store, id: customer }) => enrolmentId({ store, customer, scenario, key }),
  isSame: isSameOwner,
});

const sendRun = derived<RecentSend, Run | undefined>({
  name: 'enrolment',
  as: 'run',
  make: (_, run) => run?.id,
  isSame: (one, other) => one === other,
});

const sendId = derived<RecentSend, Owner>({
  name: 'touchpoint',
  as: 'touch',
  make: ({ enrolment, step, lap = 0 }, { store, id: customer }) =>
    touchpointId({ store, customer, enrolment, step, lap }),
  isSame: isSameOwner,
});

const eventId = derived<PendingEvent, Owner>({
  name: 'id',
  as: 'id',
  make: ({ name, detail: { segment, change, at }, by }, { store, id: customer }) =>
    name === 'SegmentChanged' && typeof segment === 'string' && typeof at === 'string'
      ? segmentChangeId({ store, customer, segment, change: String(change), at, by })
      : undefined,
  isSame: isSameOwner,
});

/** Stands for a key that is the order: no key is a number. */
const keyIsOrder = 1;

/** The last of each scenario in the record, the running ones after the ended. */
function newestRuns({ ended, enrolments }: Lists): ReadonlyMap<string, Run> {
  const newest = new Map<string, Run>();
  for (const run of ended) newest.set(run.scenario, run);
  for (const run of enrolments) newest.set(run.scenario, run);
  return newest;
}

function eachPair<Entry>(
  entries: readonly Entry[],
  stored: unknown,
  each: (entry: Entry, out: Plain) => void,
) {
  for (const [nth, entry] of entries.entries()) each(entry, (stored as readonly Plain[])[nth] as Plain);
}

/** Takes out of the stored form, made a moment ago and nobody else's, what the rest of it says. */
export function leaveOutDerived(customer: Lists, stored: Plain): void {
  const { store, id } = customer;
  const owner = { store, id };
  const ofRun = (run: Run, out: Plain) => {
    storeUnlessMade(run, runId, out, owner);
    // The wording of a moment costs more than to see that a key is none.
    if (out.key === undefined || run.key.endsWith('Z')) storeUnlessMade(run, runKey, out, null);
    if (out.key !== undefined && out.key === run.order) out.key = keyIsOrder;
  };
  eachPair(customer.enrolments, stored.enrolments, ofRun);
  eachPair(customer.ended, stored.ended, ofRun);
  const newest = newestRuns(customer);
  eachPair(customer.sends, stored.sends, (send, out) => {
    storeUnlessMade(send, sendRun, out, newest.get(send.scenario));
    storeUnlessMade(send, sendId, out, owner);
  });
  eachPair(customer.pending, stored.pending, (event, out) => storeUnlessMade(event, eventId, out, owner));
}

/** Gives the entries of a record just read what was left out of them; no hash is made here. */
export function giveDerived(customer: Lists): void {
  const { store, id } = customer;
  const owner = { store, id };
  for (const runs of [customer.enrolments, customer.ended])
    for (const run of runs) {
      const stored: { key?: unknown } = run;
      if (stored.key === keyIsOrder) stored.key = run.order;
      makeWhenAsked<Run, null>(run, runKey, null);
      makeWhenAsked<Run, Owner>(run, runId, owner);
    }
  const newest = newestRuns(customer);
  for (const send of customer.sends) {
    makeWhenAsked(send, sendRun, newest.get(send.scenario));
    makeWhenAsked(send, sendId, owner);
  }
  for (const event of customer.pending) makeWhenAsked(event, eventId, owner);
}
