/** Folds events into a customer, in the fixed order: facts, segments, exits, goals, waiting steps, entries. */
import { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../events/event.ts';
import { mergeOf } from '../events/event-merge.ts';
import { eventHash, type Newness, newnessOf, orderOf, tellsAllShipped } from '../facts/event-identity.ts';
import { withFacts } from '../facts/facts.ts';
import { factToKeep } from '../facts/orders/order-item-facts.ts';
import { withinLedger, withOrderBack } from '../facts/orders/order-ledger.ts';
import { askingsIn } from '../facts/product-sign-facts.ts';
import { withRefusals } from '../facts/refused-entries.ts';
import { saysNothingNew } from '../facts/sign-again.ts';
import { tidied } from '../facts/tidy-record.ts';
import { isToldOtherwise } from '../facts/told-otherwise.ts';
import { countsSigns } from '../language/asks-for.ts';
import { type SegmentsNow, withSegments } from '../questions/segments.ts';
import type { Customer } from '../record/customer.ts';
import type { EndAsking, KeepAsking, KeepEvidence, KeepOrder, StoreContext } from '../record/effect.ts';
import { goodsHeld } from '../record/orders/goods-held.ts';
import { ledgerOrder } from '../record/orders/ledger-order.ts';
import { isOff } from '../record/orders/order-state.ts';
import type { Surroundings } from '../record/surroundings.ts';
import type { Because } from '../values/because.ts';
import { withEnded, withRunning } from './advance-enrolments.ts';
import { type AfterSave, afterSave } from './after-save.ts';
import { entriesByEvent, entriesBySegment } from './apply-entries.ts';
import { withFreePlaces } from './let-waiters-in.ts';
import { withEarlierLook } from './look.ts';
import { segmentsAfterWalk } from './look-after-walk.ts';
import type { Note } from './note.ts';
import { isOwed, withDebt, withoutDebt } from './owed-entries.ts';
import { withWoken } from './sleep/sleepers.ts';

type BeforeSave = StoreContext | KeepEvidence | KeepOrder | KeepAsking | EndAsking;

export interface Applied {
  readonly customer: Customer;
  /** False when nothing is to be saved. */
  readonly changed: boolean;
  /** To be done before the save. */
  readonly before: readonly BeforeSave[];
  /** To be done after the save; done again by whoever finds the work saved already. */
  readonly after: readonly AfterSave[];
  /** True where some of it was here before: whoever brought it then may have died after its save. */
  readonly isRepeat: boolean;
  readonly notes: readonly Note[];
}

/** Applies the events of one customer, oldest first. Their order in `events` decides between equal times. */
export function applyEvents(
  customer: Customer,
  events: readonly StoreEvent[],
  around: Surroundings,
): Applied {
  const sorted = events.toSorted((a, b) => Temporal.Instant.compare(a.occurredAt, b.occurredAt));
  let state: Applied = { customer, changed: false, before: [], after: [], isRepeat: false, notes: [] };
  const seen = new Set<string>();
  for (const event of sorted) {
    seen.add(eventHash(event));
    state = applyOne(state, event, around);
  }
  return finished(withinBounds(state, customer.orders, around.at), seen, around);
}

/**
 * The oldest orders leave the ledger: their entries are written beside first, as they were saved. Goods of one that came to
 * nothing leave with it, for the ledger alone tells of which they are.
 */
function withinBounds(state: Applied, saved: Customer['orders'], at: Temporal.Instant): Applied {
  const { left, orders, horizon, months } = withinLedger(state.customer, saved);
  if (orders === state.customer.orders) return state;
  const entries = left.map((entry): KeepOrder => ({ do: 'order', id: entry.id, facts: {}, entry }));
  const owned = goodsHeld({ owned: state.customer.owned, orders: left }, (order) => isOff(order, at));
  return {
    ...state,
    customer: { ...state.customer, orders, horizon, months, owned },
    before: [...state.before, ...entries],
  };
}

/** The state tidied, with all that is to be done once it is saved. `by`: what was applied, as hashes; all of it comes back where one does. */
export function finished(state: Applied, by: ReadonlySet<string>, around: Surroundings): Applied {
  const [last = ''] = [...by].slice(-1);
  const { customer, changed, before, notes } = state.changed ? withFreePlaces(state, around, last) : state;
  const next = changed
    ? withRefusals(withWoken(tidied(customer, around), around, last), notes, around.at)
    : customer;
  const after = afterSave(customer, next, by);
  const isKnown = notes.some(({ because }) => isOfRepeat.has(because));
  const isRepeat = isKnown || (!changed && after.length > 0);
  return { ...state, customer: next, before, notes, after, isRepeat };
}

const isOfRepeat: ReadonlySet<Because> = new Set(['duplicate-event', 'already-entered']);

function applyOne(before: Applied, event: StoreEvent, around: Surroundings): Applied {
  const known = withOrderBack(before.customer, event, around.beyond);
  const newness = newnessOf(event, known, around.heardFirst);
  const state = newness === 'new' ? withFactKept({ ...before, customer: known }, event) : before;
  if (newness === 'duplicate-event' && event.replay !== 'facts' && isOwed(state.customer, event)) {
    const sorted = withSegments(withoutDebt(state.customer, event), around.at, around, eventHash(event));
    const owed = withFactKept({ ...state, customer: sorted.customer, changed: true }, event);
    return withEntries(owed, event, sorted, around);
  }
  // Of what is known already, one word more: it changes the order, and lets nobody in.
  const isLastWord = newness === 'duplicate-event' && tellsAllShipped(event, known);
  if (newness !== 'new' && !isLastWord)
    return { ...state, notes: [...state.notes, ...notesOfKnown(event, newness, state)] };
  const facts = withFacts(state.customer, event, around);
  const by = eventHash(event);
  // Asked first, so that a branch which this event opens sees the segments it has moved her to.
  const sorted = withSegments(facts.customer, around.at, around, by);
  const running = withRunning(sorted.customer, event, around);
  const { customer, notes } = withEnded(running.customer, event, around);
  const applied: Note = { because: 'applied', event: event.name };
  const remarks = facts.remarks.map((because): Note => ({ because, event: event.name }));
  const next: Applied = {
    ...state,
    customer: event.replay === 'facts' ? withDebt(customer, event, around) : customer,
    changed: true,
    before: [...state.before, ...facts.evidence, ...askingsIn(event, state.customer)],
    notes: [...state.notes, applied, ...remarks, ...running.notes, ...notes],
  };
  const begun = event.replay === 'facts' || isLastWord ? next : withEntries(next, event, sorted, around);
  // By each event, so that it is the same whether others came with it or later.
  const entered = withFreePlaces(begun, around, by);
  // Of a merge the record holds what it was not asked about.
  const asked = mergeOf(event) ? undefined : state.customer;
  const after = { ...entered, customer: withEarlierLook(entered.customer, asked, around, by) };
  return isWorthSaving(state, after, event, around)
    ? after
    : { ...state, notes: [...state.notes, { because: 'nothing-new', event: event.name }] };
}

function notesOfKnown(event: StoreEvent, newness: Exclude<Newness, 'new'>, { customer }: Applied): Note[] {
  const notes: Note[] = [{ because: newness, event: event.name }];
  if (newness !== 'duplicate-event' || !isToldOtherwise(event, customer)) return notes;
  return [...notes, { because: 'told-otherwise', event: event.name }];
}

/** What the order's item keeps of the event. */
function withFactKept(state: Applied, event: StoreEvent): Applied {
  const id = orderOf(event);
  const kept = factToKeep(event, ledgerOrder(state.customer, id));
  if (id === undefined || kept === undefined) return state;
  const facts = kept === 'left-out' ? {} : { [kept.word]: kept.fact };
  const effect: KeepOrder = { do: 'order', id, facts, ...(kept === 'left-out' && { isLeftOut: true }) };
  return { ...state, before: [...state.before, effect] };
}

/** Refusals that stay what they are: a repeat of the sign, which is then known by nothing, is refused again. */
const lasting: readonly Note['because'][] = ['already-entered', 'too-late'];

/** False for a sign that is in the record as good as already, that has decided nothing, and that nobody counts. */
function isWorthSaving(before: Applied, after: Applied, event: StoreEvent, around: Surroundings): boolean {
  if (!saysNothingNew(event, before.customer, after.customer)) return true;
  if (after.before.length > before.before.length) return true;
  const asked = after.notes.slice(before.notes.length).filter(({ scenario }) => scenario !== undefined);
  if (!asked.every(({ because }) => lasting.includes(because))) return true;
  const { book } = around;
  const entered = before.customer.enrolments
    .filter(({ ended }) => !ended)
    .map(({ scenario, version }) => book.find(scenario, version));
  return countsSigns([...book.index.open, ...entered, ...book.segments]);
}

type Sorted = Pick<SegmentsNow, 'customer' | 'entered' | 'left'>;

/**
 * Whom the event lets in, and then whom the segments do; what an enrolment has written of her since they were asked may move
 * her once more.
 */
function withEntries(state: Applied, event: StoreEvent, sorted: Sorted, around: Surroundings): Applied {
  const by = eventHash(event);
  const cause = { at: event.occurredAt, event: event.name, by };
  const mine = entriesByEvent(state.customer, event, around);
  const first = entriesBySegment({ ...sorted, customer: mine.customer }, cause, around);
  const moved = segmentsAfterWalk(sorted.customer, first.customer, around, by);
  const second = entriesBySegment(moved, cause, around);
  return {
    ...state,
    customer: second.customer,
    before: [...state.before, ...mine.before, ...first.before, ...second.before],
    notes: [...state.notes, ...mine.notes, ...first.notes, ...second.notes],
  };
}
