/** What an event does to the enrolments a customer is in, or was in. */
import type { StoreEvent } from '../events/event.ts';
import { meetsGoal } from '../questions/correlate.ts';
import { meetsExitState } from '../questions/exit-state.ts';
import type { Customer, EndedEnrolment } from '../record/customer.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { advance } from './advance.ts';
import type { Note, Noted } from './note.ts';

/** Exits, goals, awaited events and new times of open enrolments. */
export function withRunning(customer: Customer, event: StoreEvent, around: Surroundings): Noted {
  let known = customer;
  const notes: Note[] = [];
  for (const enrolment of customer.enrolments) {
    if (enrolment.ended) continue;
    const scenario = around.book.find(enrolment.scenario, enrolment.version);
    const advanced = advance({ scenario, customer: known, enrolment }, { kind: 'event', event, around });
    known = advanced.customer;
    if (advanced.because === 'waiting') continue;
    notes.push({ because: advanced.because, event: event.name, scenario: scenario.id });
  }
  return { customer: known, notes };
}

/** A goal may be met after the last step, while its window is open. */
export function withEnded(customer: Customer, event: StoreEvent, around: Surroundings): Noted {
  const notes: Note[] = [];
  const met = <Of extends EndedEnrolment>(enrolment: Of): Of => {
    const { scenario, version } = enrolment;
    if (enrolment.because !== 'completed' || !around.book.has(scenario, version)) return enrolment;
    const { goal } = around.book.find(scenario, version);
    if (!meetsGoal(goal, event, { customer, enrolment, around })) return enrolment;
    notes.push({ because: 'goal-met', event: event.name, scenario });
    return { ...enrolment, because: 'goal-met' };
  };
  const enrolments = customer.enrolments.map((enrolment) => {
    if (enrolment.ended?.because !== 'completed') return enrolment;
    const { because } = met({ ...enrolment, ...enrolment.ended });
    return { ...enrolment, ended: { ...enrolment.ended, because } };
  });
  const ended = customer.ended.map(met);
  return { customer: notes.length === 0 ? customer : { ...customer, enrolments, ended }, notes };
}

/** Enrolments end whose state of exit has come to hold by time alone: asked when she is looked at, her segments in the record already. */
export function withStateExits(customer: Customer, around: Surroundings): Noted {
  const notes: Note[] = [];
  const enrolments = customer.enrolments.map((enrolment) => {
    if (enrolment.ended || !around.book.has(enrolment.scenario, enrolment.version)) return enrolment;
    const scenario = around.book.find(enrolment.scenario, enrolment.version);
    const event = enrolment.event ?? {};
    if (!meetsExitState({ scenario, customer, enrolment, event, around })) return enrolment;
    notes.push({ because: 'exit-rule', event: 'look', scenario: enrolment.scenario });
    return { ...enrolment, held: undefined, ended: { at: around.at, because: 'exit-rule' as const } };
  });
  return { customer: notes.length === 0 ? customer : { ...customer, enrolments }, notes };
}
