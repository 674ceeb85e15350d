/**
 * Who sleeps, and who does not, told from the steps of the scenario and the customer's own words: the ways on are read off the
 * data here, by other code than the engine's.
 */
import type { Scenario } from '../../shared/core/language/scenario.ts';
import { isMessage, type Step } from '../../shared/core/language/steps.ts';
import type { Customer, Enrolment } from '../../shared/core/record/customer.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';
import { isInControlGroup, isInHoldout } from './sharing.ts';
import { isWaitedFor } from './waiting-checks.ts';

export function sleepFaults(oracle: Oracle, parts: OracleParts, customer: Customer): void {
  // Whose words are whose is the engine's to tell where two records became one.
  if (customer.aliases.length > 0 || customer.mergedInto !== undefined) return;
  // Her click is known as hers only once it is answered.
  if (customer.consent.all?.source === 'one-click') return;
  for (const enrolment of customer.enrolments)
    if (!enrolment.ended) sleepFault(oracle, parts, customer, enrolment);
}

function sleepFault(oracle: Oracle, parts: OracleParts, customer: Customer, enrolment: Enrolment): void {
  const scenario = parts.book.find(enrolment.scenario, enrolment.version);
  const who = `${customer.id} ${enrolment.scenario}/${enrolment.step}`;
  const words = wordsOn(parts, customer, scenario, enrolment.step);
  if (enrolment.asleep) {
    oracle.check('who sleeps has nothing to come', words.includes('yes') && who);
    oracle.check('who is waited for does not sleep', isWaitedFor(parts, customer, enrolment) && who);
    oracle.check('the held-out customer does not sleep', isHeldOut(parts, customer, scenario) && who);
    return;
  }
  const mayWake =
    enrolment.context || isHeldOut(parts, customer, scenario) || isWaitedFor(parts, customer, enrolment);
  const isIdle = !mayWake && words.every((word) => word === 'no');
  oracle.check('who has nothing to come sleeps', isIdle && who);
}

/** Of all that may still come: `yes` where it has an effect, `open` where her words leave it open. */
function wordsOn(
  { truth }: OracleParts,
  { id }: Customer,
  scenario: Scenario,
  from: string,
): readonly ('yes' | 'no' | 'open')[] {
  if (JSON.stringify(scenario).includes('"enrolment.clicked"')) return ['yes'];
  return stepsAhead(scenario, from).map((step) => {
    if (step.kind === 'set' || step.kind === 'emit') return 'yes';
    if (!isMessage(step)) return 'no';
    if (scenario.kind === 'transactional' || step.channel === 'insert') return 'yes';
    return truth.storefront.consent(id, step.topic ?? scenario.topic, step.channel);
  });
}

const named = new Set(['then', 'else', 'past', 'to', 'from']);
/** They never lead to the step after them by themselves. */
const turning = ['branch', 'split', 'goto', 'exit'];

function stepsAhead({ steps }: Scenario, from: string): Step[] {
  const ahead = new Set<string>();
  const visit = (id: string | undefined): void => {
    const at = steps.findIndex((step) => step.id === id);
    const step = steps[at];
    if (!step || ahead.has(step.id)) return;
    ahead.add(step.id);
    JSON.stringify(step, (key, value) => {
      if (named.has(key) && typeof value === 'string') visit(value);
      return value;
    });
    const turns = turning.includes(step.kind) || (step.kind === 'wait' && 'event' in step);
    if (!turns) visit(steps[at + 1]?.id);
  };
  visit(from);
  return steps.filter(({ id }) => ahead.has(id));
}

function isHeldOut({ settings }: OracleParts, customer: Customer, scenario: Scenario): boolean {
  if (scenario.kind === 'transactional') return false;
  return isInControlGroup(customer, settings) || isInHoldout(customer, scenario);
}
