/** Which scenarios an event would start for a customer, which it would not, and because of what. */
import type { Temporal } from 'temporal-polyfill';
import { applyEvents } from '../../../shared/core/enrolments/apply-events.ts';
import { denialsBeside } from '../../../shared/core/events/consent-beside.ts';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { eventOfTrigger, type Trigger } from '../../../shared/core/language/trigger.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import type { Surroundings } from '../../../shared/core/record/surroundings.ts';
import type { Because } from '../../../shared/core/values/because.ts';
import { isAsBefore } from '../../../shared/service/explaining/what-changes.ts';

interface Started {
  readonly scenario: string;
  readonly because: 'entered' | 'restarted';
  /** Where she stands after it, and until when; undefined where the scenario is over at once. */
  readonly step?: string | undefined;
  readonly due?: Temporal.Instant | undefined;
}
interface NotStarted {
  readonly scenario: string;
  /** `listens-to`: the event is not its trigger. */
  readonly because: Because | 'listens-to';
  readonly trigger: string;
}
export interface EventJudgement {
  readonly starts: readonly Started[];
  readonly notStarted: readonly NotStarted[];
  /** What it does to enrolments that are open already: `exit-rule`, `goal-met`, `re-timed`. */
  readonly moves: readonly { readonly scenario: string; readonly because: Because }[];
  /** Why it changes nothing at all, such as `test-order`. */
  readonly ignored?: Because | undefined;
  /** How its words were taken, where that is not plain. */
  readonly remarks: readonly Because[];
  /** True where it was taken, and leaves all that is known as it was. */
  readonly changesNothing: boolean;
}

/** What begins a scenario, in a few words. */
export function beginningOf(trigger: Trigger): string {
  if ('on' in trigger) return trigger.on;
  if ('when' in trigger) return `the segment "${trigger.segment}" ${trigger.when}`;
  if ('date' in trigger) return `the date ${trigger.date}`;
  return 'schedule' in trigger ? 'its schedule' : 'EnrolCustomer';
}

/** Of the notes on an event those that tell how its words were taken. */
const onWords: readonly Because[] = ['unknown-word', 'not-our-channel'];

/** As if the event came at the moment it occurred. */
export function judgeEvent(
  event: StoreEvent,
  customer: Customer,
  around: Omit<Surroundings, 'at'>,
): EventJudgement {
  const events = [event, ...denialsBeside(event)];
  const applied = applyEvents(customer, events, { ...around, at: event.occurredAt });
  const ofEvent = applied.notes.flatMap((note) => (note.scenario === undefined ? [note.because] : []));
  const remarks = ofEvent.filter((because) => onWords.includes(because));
  const ignored = ofEvent.find((because) => because !== 'applied' && !onWords.includes(because));
  const starts: Started[] = [];
  const notStarted: NotStarted[] = [];
  const moves: { scenario: string; because: Because }[] = [];
  for (const { id, trigger, enabled } of around.book.current) {
    const notes = applied.notes.filter((note) => note.scenario === id);
    const isTrigger = eventOfTrigger(trigger) === event.name;
    const entry = isTrigger ? notes.at(-1)?.because : undefined;
    const others = entry === undefined ? notes : notes.slice(0, -1);
    moves.push(...others.map(({ because }) => ({ scenario: id, because })));
    if (entry === 'entered' || entry === 'restarted') {
      const newest = applied.customer.enrolments.findLast((enrolment) => enrolment.scenario === id);
      const open = newest?.ended ? undefined : newest;
      starts.push({ scenario: id, because: entry, step: open?.step, due: open?.due });
    } else {
      // Who is switched off was not asked.
      const unasked = enabled === false ? 'disabled' : (ignored ?? 'applied');
      const because = isTrigger ? (entry ?? unasked) : 'listens-to';
      notStarted.push({ scenario: id, because, trigger: beginningOf(trigger) });
    }
  }
  const isFelt = ignored !== undefined || starts.length > 0 || moves.length > 0;
  const changesNothing = !isFelt && isAsBefore(customer, applied.customer);
  return { starts, notStarted, moves, ignored, remarks, changesNothing };
}
