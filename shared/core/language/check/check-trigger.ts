/** Whether what lets in fits the rest: once per what, limited to whom, and with the events its rules ask for. */
import { type EventName, isAboutOrder, isOfStore, subjectOf } from '../../events/event-catalogue.ts';
import type { EventRule } from '../event-rule.ts';
import { exitRules } from '../exit-rules.ts';
import type { Scenario } from '../scenario.ts';
import { eventOfTrigger, isToldByCommand } from '../trigger.ts';

/** @param segments names that are known; absent: not asked */
export function triggerFaults(scenario: Scenario, segments: ReadonlySet<string> | undefined): string[] {
  const on = eventOfTrigger(scenario.trigger);
  return [
    ...oncePerFaults(scenario, on),
    ...anchorFaults(scenario, on),
    ...segmentFaults(scenario, segments),
    ...storeFaults(scenario),
    ...subjectFaults(scenario, on),
  ];
}

const named = (on: EventName | undefined) => on ?? 'what lets in here';

function oncePerFaults({ trigger }: Scenario, on: EventName | undefined): string[] {
  const { oncePer } = trigger;
  if (oncePer === 'order' && !(on && isAboutOrder(on))) {
    return [`trigger: ${named(on)} is about no order; use oncePer "ever" or { every: … }`];
  }
  if (oncePer === 'cart' && !(on && subjectOf(on) === 'cart')) {
    return [`trigger: ${named(on)} is about no cart; use oncePer "ever" or { every: … }`];
  }
  if (typeof oncePer === 'object' && 'key' in oncePer && on === undefined) {
    if (isToldByCommand(trigger, oncePer.key)) return [];
    return ['trigger: it begins with no event that could have a key; use oncePer "ever" or { every: … }'];
  }
  return [];
}

function anchorFaults({ steps }: Scenario, on: EventName | undefined): string[] {
  if (on && isAboutOrder(on)) return [];
  return steps
    .filter((step) => step.kind === 'wait' && 'until' in step && step.until.after !== 'entry')
    .map((step) => `step "${step.id}": ${named(on)} is about no order; count from "entry"`);
}

function segmentFaults({ trigger, limit }: Scenario, segments: ReadonlySet<string> | undefined): string[] {
  if (!segments) return [];
  const asked: [string, string | undefined][] = [
    ['trigger', 'segment' in trigger ? trigger.segment : undefined],
    ['limit', limit?.segment],
  ];
  return asked.flatMap(([place, name]) =>
    name === undefined || segments.has(name)
      ? []
      : [`${place}: there is no segment "${name}"; take one of segments.ts, or add it there`],
  );
}

/** What happens to the store's goods moves an enrolment that waits for it or ends by it; no customer can do it, so it is no goal. */
function storeFaults({ goal }: Scenario): string[] {
  if (!goal || !isOfStore(goal.on)) return [];
  return [
    `goal: ${goal.on} is about the store and nothing the customer can do; take an event of the customer`,
  ];
}

/** A rule about the order, cart … of this enrolment, where it began with an event that is about none. */
function subjectFaults(scenario: Scenario, on: EventName | undefined): string[] {
  return rulesOf(scenario).flatMap(({ place, rule }) => {
    const { same } = rule;
    if (same === undefined || same === 'customer') return [];
    if (subjectOf(rule.on) !== same) {
      return [`${place}: ${rule.on} is not about a ${same}; take "same" away, or say "same: 'customer'"`];
    }
    if (on && subjectOf(on) === same) return [];
    return [
      `${place}: ${named(on)} is about no ${same}, so there is none to be the same; say "same: 'customer'"`,
    ];
  });
}

/** Every rule about an event, with its place. */
function rulesOf(scenario: Scenario): { readonly place: string; readonly rule: EventRule }[] {
  return [
    ...(scenario.goal ? [{ place: 'goal', rule: scenario.goal }] : []),
    ...exitRules(scenario).map((rule) => ({ place: 'exitOn', rule })),
    ...scenario.steps.flatMap((step) =>
      step.kind === 'wait' && 'event' in step ? [{ place: `step "${step.id}"`, rule: step.event }] : [],
    ),
  ];
}
