/** A later fact about the same thing brings the fields that an enrolment kept of its entry up to date: a booking is moved, say. */
import type { StoreEvent } from '../events/event.ts';
import { subjectOf } from '../events/event-catalogue.ts';
import type { Enrolment } from '../record/customer.ts';
import type { Situation } from '../record/situation.ts';
import { isBefore } from '../values/civil-time.ts';
import { type Fields, pickFields } from '../values/pick-fields.ts';

/** An enrolment keeps no more than this beside what it is. */
const eventBudget_bytes = 512;

/** The enrolment with what the event says anew of what the enrolment is about; the same run where it is about something else. */
export function refreshed(
  { scenario, enrolment, around: { book } }: Pick<Situation, 'scenario' | 'enrolment' | 'around'>,
  event: StoreEvent,
): Enrolment {
  const subject = subjectOf(event.name);
  const part = subject === 'customer' ? undefined : event.detail[subject];
  if (subject === 'order' || typeof part !== 'object' || part === null) return enrolment;
  const id = (part as { readonly id?: unknown }).id;
  if (isBefore(event.occurredAt, enrolment.enteredAt)) return enrolment;
  if (id === undefined || enrolment.about !== `${subject}:${id}`) return enrolment;
  const stated = pickFields({ [subject]: part }, book.fieldsOf(scenario))[subject];
  if (typeof stated !== 'object' || stated === null || Array.isArray(stated)) return enrolment;
  const before = enrolment.event?.[subject];
  const merged = { ...enrolment.event, [subject]: { ...(before as object | undefined), ...stated } };
  if (JSON.stringify(merged) === JSON.stringify(enrolment.event ?? {})) return enrolment;
  if (new TextEncoder().encode(JSON.stringify(merged)).length > eventBudget_bytes * 2) return enrolment;
  return { ...enrolment, event: merged };
}

/** All the fields of the entry: those beside the record, and over them what later facts have told. */
export function fieldsKept(enrolment: Enrolment, context: Fields | undefined): Fields {
  if (!enrolment.context || !context) return enrolment.event ?? context ?? {};
  const merged: Record<string, unknown> = { ...context };
  for (const [name, part] of Object.entries(enrolment.event ?? {})) {
    const isObject = typeof part === 'object' && part !== null && !Array.isArray(part);
    merged[name] = isObject ? { ...(context[name] as object | undefined), ...part } : part;
  }
  return merged;
}
