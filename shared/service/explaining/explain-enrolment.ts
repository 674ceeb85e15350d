/** Where a customer is in a scenario: what they wait for, what comes next and when, or why they left. */
import { maySend } from '../../core/contact-policy/may-send.ts';
import { openInGroup } from '../../core/enrolments/enter-refusal.ts';
import type { Note } from '../../core/enrolments/note.ts';
import type { Scenario } from '../../core/language/scenario.ts';
import { isMessage, type MessageStep, type Step } from '../../core/language/steps.ts';
import type { Customer, EndedEnrolment, Enrolment } from '../../core/record/customer.ts';
import type { RefusedEntry } from '../../core/record/refused-entry.ts';
import type { Situation } from '../../core/record/situation.ts';
import type { WaitingEntry } from '../../core/record/waiting-state.ts';
import { isBefore } from '../../core/values/civil-time.ts';
import type { AboutHer } from './explain-about.ts';
import { meaningOf, meaningWith } from './explain-because.ts';
import { wallTime } from './explain-moment.ts';

type NamedEnrolment = Pick<EndedEnrolment, 'scenario' | 'version' | 'order' | 'enteredAt'>;

const named = ({ scenario, version, order }: NamedEnrolment) =>
  `${scenario} v${version}${order === undefined ? '' : ` of order ${order}`}`;

/** An enrolment that is over. */
export function explainEnd(
  enrolment: NamedEnrolment,
  end: NonNullable<Enrolment['ended']>,
  zone: string,
): string {
  // A goal may be met after the last step, and the moment told is that step's.
  const because = end.because === 'goal-met' ? 'its goal was met, then or since' : meaningOf[end.because];
  return `${wallTime(end.at, zone)}: the customer left ${named(enrolment)}, entered ${wallTime(enrolment.enteredAt, zone)}: ${because}.`;
}

/** What would have let the customer into a scenario, and did not. */
export function explainRefusal({ scenario, because, at, by }: RefusedEntry, zone: string): string {
  return `${wallTime(at, zone)}: the customer was not let into ${scenario}: ${whyNotLetIn({ because, by })}.`;
}

/** Of an entry, with the scenario that had the place; a message that comes too late has words of its own. */
export function whyNotLetIn({ because, by }: Pick<Note, 'because' | 'by'>): string {
  if (because === 'too-late') return 'it was older by then than the scenario takes';
  if (because === 'waits-for-group') return `${meaningOf[because]}${by === undefined ? '' : `: after ${by}`}`;
  return meaningWith(because, by);
}

/** An entry that waits, and what it waits for. */
export function explainWaiting(
  customer: Customer,
  { scenario: id, at }: WaitingEntry,
  { book }: AboutHer,
  zone: string,
): string {
  const scenario = book.current.find((one) => one.id === id);
  const [holder] = scenario ? openInGroup(scenario, customer, { book }) : [];
  const since = wallTime(at, zone);
  const until = holder ? `its group: after ${holder.scenario}` : 'a place: fewer must be open at once';
  return `The customer has not been let into ${id} yet, and waits since ${since} for ${until}.`;
}

/** An enrolment that goes on. */
export function explainEnrolment(
  customer: Customer,
  enrolment: Enrolment,
  about: AboutHer,
  zone: string,
): string[] {
  const where = `The customer is in ${named(enrolment)} since ${wallTime(enrolment.enteredAt, zone)}`;
  const due = wallTime(enrolment.due, zone);
  if (!about.book.has(enrolment.scenario, enrolment.version)) {
    return [`${where}, at step ${enrolment.step} until ${due}; this code does not have that version.`];
  }
  const scenario = about.book.find(enrolment.scenario, enrolment.version);
  if (enrolment.asleep)
    return [`${where}, at step ${enrolment.step}: asleep: ${sleepsBecause(enrolment, about)}.`];
  const step = scenario.steps.find((other) => other.id === enrolment.step);
  const late = isBefore(enrolment.due, about.at)
    ? ' That moment is over: its message waits in a queue, or the sweep will find it within a quarter of an hour.'
    : '';
  if (enrolment.held) {
    const what = isMessage(step) ? step.template : 'its message';
    return [
      `${where}: ${what} (step ${enrolment.step}) is held: ${meaningWith(enrolment.held, enrolment.heldBy)}. It is asked again on ${due}.${late}`,
    ];
  }
  return [
    `${where}, at step ${enrolment.step} until ${due}.${late}`,
    ...nextOf({ scenario, customer, enrolment }, about, zone),
  ];
}

/** Why nothing waits for it; it is walked on when something else happens to the customer. */
function sleepsBecause({ scenario, version, step }: Enrolment, { book }: AboutHer): string {
  const needs = book.reachOf(book.find(scenario, version)).get(step)?.needs ?? [];
  if (needs.length === 0) return 'nothing is left to send';
  const topics = [...new Set(needs.map(({ topic }) => topic))].join(', ');
  return `no consent to what may still come (${topics})`;
}

type Standing = Pick<Situation, 'scenario' | 'customer' | 'enrolment'>;

function nextOf(standing: Standing, about: AboutHer, zone: string): string[] {
  const { scenario, enrolment } = standing;
  const next = nextStep(scenario, enrolment);
  const when = wallTime(enrolment.due, zone);
  if (!next) return [`After that, ${scenario.id} is over for the customer.`];
  if (next.kind === 'branch')
    return [`Which way the customer goes on ${when} is decided then (step ${next.id}).`];
  if (next.kind === 'exit') return [`On ${when} the customer leaves ${scenario.id}.`];
  if (next.kind === 'wait') return [`On ${when} the next wait begins (step ${next.id}).`];
  if (!isMessage(next)) return [`On ${when} the customer goes on at step ${next.id}.`];
  return [
    `Next comes ${next.template} (step ${next.id}) on ${when}.${asThingsStand(standing, next, about, zone)}`,
  ];
}

/** Where the customer goes on at their due, if nothing comes before. */
function nextStep({ steps }: Scenario, { step: id }: Enrolment): Step | undefined {
  const at = Math.max(
    steps.findIndex((step) => step.id === id),
    0,
  );
  const resting = steps[at];
  if (resting?.kind !== 'wait') return resting;
  return 'event' in resting ? steps.find((step) => step.id === resting.else) : steps[at + 1];
}

/** What would be said to the message at its due, were nothing to change until then. */
function asThingsStand(
  { scenario, customer, enrolment }: Standing,
  step: MessageStep,
  about: AboutHer,
  zone: string,
): string {
  const { due: since, side } = enrolment;
  const address = about.address === 'not-read' ? undefined : about.address;
  const at = isBefore(since, about.at) ? about.at : since;
  const around = { ...about, address, at, context: undefined };
  // Its own question is asked with fields of the event that are not read here.
  const unasked = { ...step, when: undefined };
  const verdict = maySend({ scenario, customer, step: unasked, since, enrolment, side, around });
  if (verdict.may === 'go') return '';
  const why = meaningWith(verdict.because, verdict.by);
  if (verdict.may === 'never') return ` As things stand it will not go: ${why}.`;
  return ` As things stand it will be held until ${wallTime(verdict.until, zone)}: ${why}.`;
}
