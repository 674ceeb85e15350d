/** What an event does to the stories she is in, or was in. */
import type { StoreEvent } from '../events/event.ts';
import { meetsGoal } from '../questions/correlate.ts';
import { stateExit } from '../questions/exit-state.ts';
import type { Customer, EndedEnrolment } from '../record/customer.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { advance } from './advance.ts';
import type { Note } from './note.ts';

/** Exits, goals, awaited events and new times of the stories that run. */
export function withRunning(
  customer: Customer,
  event: StoreEvent,
  around: Surroundings,
  notes: Note[],
): Customer {
  return customer.enrolments.reduce((known, enrolment) => {
    if (enrolment.ended) return known;
    const scenario = around.book.find(enrolment.scenario, enrolment.version);
    const advanced = advance(scenario, known, enrolment, { kind: 'event', event, around });
    if (advanced.because !== 'waiting') {
      notes.push({ because: advanced.because, event: event.name, scenario: scenario.id });
    }
    return advanced.customer;
  }, customer);
}

/** A goal may be met after the last step, while its window is open. */
export function withEnded(
  customer: Customer,
  event: StoreEvent,
  around: Surroundings,
  notes: Note[],
): Customer {
  const met = (entry: EndedEnrolment) => {
    if (entry.because !== 'completed' || !around.book.has(entry.scenario, entry.version)) return entry;
    const scenario = around.book.find(entry.scenario, entry.version);
    if (!meetsGoal(scenario.goal, event, entry, customer, around)) return entry;
    notes.push({ because: 'goal-met', event: event.name, scenario: entry.scenario });
    return { ...entry, because: 'goal-met' as const };
  };
  const enrolments = customer.enrolments.map((enrolment) => {
    if (enrolment.ended?.because !== 'completed') return enrolment;
    const { because } = met({ ...enrolment, ...enrolment.ended });
    return { ...enrolment, ended: { ...enrolment.ended, because } };
  });
  return { ...customer, enrolments, ended: customer.ended.map(met) };
}

/** Stories that a state ends, asked where no event is: when she is looked at, her segments in the record already. */
export function withStateExits(
  customer: Customer,
  event: Note['event'],
  around: Surroundings,
  notes: Note[],
): Customer {
  const enrolments = customer.enrolments.map((enrolment) => {
    if (enrolment.ended || !around.book.has(enrolment.scenario, enrolment.version)) return enrolment;
    const scenario = around.book.find(enrolment.scenario, enrolment.version);
    if (!stateExit(scenario, customer, enrolment, around)) return enrolment;
    notes.push({ because: 'exit-rule', event, scenario: enrolment.scenario });
    return { ...enrolment, held: undefined, ended: { at: around.at, because: 'exit-rule' as const } };
  });
  const isChanged = enrolments.some((enrolment, i) => enrolment !== customer.enrolments[i]);
  return isChanged ? { ...customer, enrolments } : customer;
}
