/** What single steps may say: messages of the right kind, splits one can tell apart, events that are theirs to emit. */
import type { Scenario, Step } from './scenario.ts';
import { isMessage, type MessageStep } from './scenario.ts';
import type { TemplateFacts } from './scenario-book.ts';
import { isEventTrigger } from './trigger.ts';

/** Events that only the engine itself may tell. */
const ofTheEngine = ['SegmentChanged', 'GoalReached', 'MessageRequested', 'CouponIssued'];

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
  if (step.kind === 'emit') {
    if (ofTheEngine.includes(step.event))
      return [`${step.event} is told by the engine alone; give the event another name`];
    if (step.event === 'HumanTask' && typeof step.detail?.reason !== 'string')
      return ['a HumanTask tells whoever does it why; give "detail" a "reason"'];
    return [];
  }
  if (step.kind === 'wait' && 'date' in step) {
    const { date, offset, at } = step;
    if (date.startsWith('event.') && !isEventTrigger(scenario.trigger))
      return [`no event lets in here, so "${date}" is never known; take a date of the customer`];
    if (at !== undefined && (offset?.hours || offset?.minutes))
      return [
        '"at" is an hour of a whole day; leave the hours and minutes out of "offset", or leave out "at"',
      ];
  }
  return [];
}

export function messageFaults(
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
