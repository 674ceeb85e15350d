/**
 * What a run is called. Its messages, coupons and requests are known by names made of this one: where the record may have
 * forgotten a run of the same key, whose messages the table still holds, the next bears a name of its own.
 */
import { isByParcel, isByRefund } from '../events/event-catalogue.ts';
import { isEventTrigger, type Trigger } from '../language/trigger.ts';
import type { Customer, EndedEnrolment, Enrolment } from '../record/customer.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { enrolmentId, ownEnrolmentId } from '../values/ids.ts';

type Keyed = Pick<Enrolment, 'scenario' | 'key' | 'enteredAt' | 'order'>;
type Owner = Pick<Customer, 'store' | 'id'>;

const keyOf = ({ store, id: customer }: Owner, { scenario, key }: Pick<Keyed, 'scenario' | 'key'>) => ({
  store,
  customer,
  scenario,
  key,
});

/** The names that a run which `told` lets in may bear: that of its key, and its own. */
export const runNames = (owner: Owner, run: Pick<Keyed, 'scenario' | 'key'>, told: string) =>
  [enrolmentId(keyOf(owner, run)), ownEnrolmentId(keyOf(owner, run), told)] as const;

/** True where the record holds a run of the key, be it one whose memory is over and that no save has let go of yet. */
export function isOfKnownKey(
  { enrolments, ended }: Pick<Customer, 'enrolments' | 'ended'>,
  { scenario, key }: Pick<Keyed, 'scenario' | 'key'>,
): boolean {
  const isIts = (one: Keyed) => one.scenario === scenario && one.key === key;
  return enrolments.some(isIts) || ended.some(isIts);
}

/** @param told tells what lets in; a repeat of it tells the same */
export function runName(customer: Customer, run: Keyed, trigger: Trigger, told: string): string {
  const key = keyOf(customer, run);
  const isAgain = (customer.forgot && mayComeAgain(run, trigger)) || isOfKnownKey(customer, run);
  return isAgain ? ownEnrolmentId(key, told) : enrolmentId(key);
}

/** What a run of a record that goes is called in the one that stays. */
export function runNameUnder(to: Customer, run: Enrolment, from: Owner): string {
  const [ofKey, own] = runNames(to, run, run.id);
  const isOwn = run.id !== enrolmentId(keyOf(from, run));
  return isOwn || (to.forgot && !isOfMoment(run) && run.key !== run.order) ? own : ofKey;
}

/** True where some of these memories are let go of though a run of the same key may come. */
export function forgetsNames(gone: readonly EndedEnrolment[], { book }: Pick<Surroundings, 'book'>): boolean {
  return gone.some(
    (run) =>
      !book.has(run.scenario, run.version) || mayComeAgain(run, book.find(run.scenario, run.version).trigger),
  );
}

/**
 * A moment does not come again, and neither does an event's id: by it the record has known the event for as long as it lets in. An
 * order is known to have been placed for as long as it has an item.
 */
function mayComeAgain(run: Keyed, trigger: Trigger): boolean {
  const { oncePer } = trigger;
  if (isOfMoment(run)) return false;
  if (typeof oncePer === 'object' && 'key' in oncePer && /^(event\.)?eventId$/.test(oncePer.key))
    return false;
  const comesInParts = isEventTrigger(trigger) && (isByParcel(trigger.on) || isByRefund(trigger.on));
  return comesInParts || run.order === undefined || run.key !== run.order;
}

const isOfMoment = ({ key, enteredAt }: Pick<Keyed, 'key' | 'enteredAt'>) => key === enteredAt.toString();
