/** What single steps may say: messages of the right kind, splits one can tell apart, events that are theirs to emit. */
import type { Scenario } from '../scenario.ts';
import type { Emit, Step } from '../steps.ts';
import { isMessage, type MessageStep } from '../steps.ts';
import type { TemplateFacts } from '../template-facts.ts';
import { isEventTrigger, isToldByCommand, type Trigger } from '../trigger.ts';

/** Events that only the engine itself may publish. */
const ofTheEngine = ['SegmentChanged', 'GoalReached', 'MessageRequested', 'CouponIssued'];
/** Fields of an emitted event that the engine fills in. */
const filledIn = ['eventId', 'occurredAt', 'customer', 'scenario', 'step', 'enrolment', 'order', 'dueAt'];

export function stepFaults(scenario: Scenario): string[] {
  return scenario.steps.flatMap((step) =>
    faultsOf(step, scenario).map((fault) => `step "${step.id}": ${fault}`),
  );
}

function faultsOf(step: Step, scenario: Scenario): string[] {
  if (step.kind === 'split') {
    const variants = step.ways.map((way) => way.variant);
    const twice = variants.filter((one, i) => variants.indexOf(one) !== i);
    return twice.map((one) => `the variant "${one}" is named twice; rename one`);
  }
  if (step.kind === 'emit') return emitFaults(step);
  if (step.kind === 'wait' && 'date' in step) {
    const { date, offset, at } = step;
    if (date.startsWith('event.') && !isTold(scenario.trigger, date))
      return [`no event lets in here, so "${date}" is never known; take a date of the customer`];
    if (at !== undefined && (offset?.hours || offset?.minutes))
      return [
        '"at" is an hour of a whole day; leave the hours and minutes out of "offset", or leave out "at"',
      ];
  }
  return [];
}

const isTold = (trigger: Trigger, path: string) => isEventTrigger(trigger) || isToldByCommand(trigger, path);

function emitFaults({ event, detail = {} }: Emit): string[] {
  if (ofTheEngine.includes(event))
    return [`${event} is published by the engine alone; give the event another name`];
  const overwritten = filledIn.filter((field) => Object.hasOwn(detail, field));
  if (overwritten.length > 0)
    return [`"${overwritten[0]}" of an event is filled in by the engine; name the field otherwise`];
  if (event === 'HumanTask' && typeof detail.reason !== 'string')
    return ['a HumanTask says why to whoever does it; give "detail" a "reason"'];
  const { audience, change } = detail;
  if (event === 'AudienceChanged' && !(typeof audience === 'string' && /^(added|removed)$/.test(`${change}`)))
    return [
      'an AudienceChanged says which list and how; give "detail" an "audience" and a "change", "added" or "removed"',
    ];
  return [];
}

export function messageStepFaults(
  scenario: Scenario,
  templates: Readonly<Record<string, TemplateFacts>>,
): string[] {
  return scenario.steps
    .filter(isMessage)
    .flatMap((step) =>
      oneMessage(step, scenario.kind, templates).map((fault) => `step "${step.id}": ${fault}`),
    );
}

function oneMessage(
  step: MessageStep,
  kind: Scenario['kind'],
  templates: Readonly<Record<string, TemplateFacts>>,
): string[] {
  const { template } = step;
  const facts = Object.hasOwn(templates, template) ? templates[template] : undefined;
  if (!facts) return [`there is no template "${template}" in the catalogue`];
  const faults: string[] = [];
  if (facts.kind !== kind) faults.push(`template "${template}" is ${facts.kind}, the scenario is ${kind}`);
  if (kind === 'transactional' && step.topic !== undefined)
    faults.push('leave "topic" out of a transactional scenario');
  if (step.kind === 'series' && facts.numbered === undefined)
    faults.push(`template "${template}" has no numbers; give it "numbered" in the catalogue, or use "send"`);
  if (step.kind === 'send' && facts.numbered !== undefined)
    faults.push(`template "${template}" is one of a series; send it by a step of kind "series"`);
  return faults;
}
