/** A later fact about the same thing brings the fields that a run kept of its entry up to date: a booking is moved, say. */
import type { StoreEvent } from '../events/event.ts';
import { subjectOf } from '../events/event-names.ts';
import type { Scenario } from '../language/scenario.ts';
import type { Enrolment } from '../record/customer.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { isBefore } from '../values/civil-time.ts';
import { pickFields } from '../values/pick-fields.ts';

/** A run keeps no more than this beside what it is. */
const eventBudget_bytes = 512;

/** The run with what the event says anew of what the run is about; the same run where it is about something else. */
export function refreshed(
  scenario: Scenario,
  run: Enrolment,
  event: StoreEvent,
  { book }: Surroundings,
): Enrolment {
  const subject = subjectOf(event.name);
  const part = subject === 'customer' ? undefined : event.detail[subject];
  if (subject === 'order' || typeof part !== 'object' || part === null) return run;
  const id = (part as { readonly id?: unknown }).id;
  if (isBefore(event.occurredAt, run.enteredAt)) return run;
  if (id === undefined || run.about !== `${subject}:${id}`) return run;
  const told = pickFields({ [subject]: part }, book.fieldsOf(scenario))[subject];
  if (typeof told !== 'object' || told === null || Array.isArray(told)) return run;
  const before = run.event?.[subject];
  const merged = { ...run.event, [subject]: { ...(before as object | undefined), ...told } };
  if (JSON.stringify(merged) === JSON.stringify(run.event ?? {})) return run;
  if (new TextEncoder().encode(JSON.stringify(merged)).length > eventBudget_bytes * 2) return run;
  return { ...run, event: merged };
}

/** All the fields of the entry: those beside the record, and over them what later facts have told. */
export function fieldsKept(
  run: Enrolment,
  context: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> {
  if (!run.context || !context) return run.event ?? context ?? {};
  const merged: Record<string, unknown> = { ...context };
  for (const [name, part] of Object.entries(run.event ?? {})) {
    const isObject = typeof part === 'object' && part !== null && !Array.isArray(part);
    merged[name] = isObject ? { ...(context[name] as object | undefined), ...part } : part;
  }
  return merged;
}
