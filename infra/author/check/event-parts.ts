/** Which parts of the wire shape an event can have: a message or a filter that asks for another part asks for nothing. */

import {
  type EventName,
  isByParcel,
  isByRefund,
  subjectOf,
} from '../../../shared/core/events/event-catalogue.ts';
import { requiredPart } from '../../../shared/core/events/event-demands.ts';
import { type PartName, partSchemas } from '../../../shared/core/events/event-schema-parts.ts';
import { exitRules } from '../../../shared/core/language/exit-rules.ts';
import type { Filter } from '../../../shared/core/language/filter.ts';
import { eventFieldsOf } from '../../../shared/core/language/filter-fields.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { isMessage } from '../../../shared/core/language/steps.ts';
import { eventOfTrigger } from '../../../shared/core/language/trigger.ts';
import type { Catalogue } from '../templates/sources.ts';

/** What else may come with an event: a review, a support case or a code of an order, the subscription whose charge an order is … */
const besides: Partial<Readonly<Record<PartName, readonly ReturnType<typeof subjectOf>[]>>> = {
  order: ['review', 'help', 'coupon', 'subscription'],
  product: ['review', 'sample', 'subscription'],
  payment: ['order', 'subscription'],
  // A payment that failed may be that of a delivery the customer subscribes to.
  subscription: ['order'],
};

function carries(event: EventName, part: PartName): boolean {
  if (part === requiredPart(event)) return true;
  if (part === 'shipment') return isByParcel(event);
  if (part === 'refund') return isByRefund(event);
  const about = subjectOf(event);
  return besides[part]?.includes(about) ?? false;
}

export interface AskedParts {
  /** Undefined where it is not a step that asks. */
  readonly step?: string;
  readonly says: string;
}

/**
 * The fields, such as `order.items.name`, of parts that the event does not have. Unknown parts are not judged: a
 * storefront may add its own to any event. Where no event lets in there is none of them.
 */
export function fieldsBeyond(event: EventName | undefined, fields: readonly string[]): string[] {
  return fields.filter((field) => {
    const part = field.split('.')[0] ?? '';
    return Object.hasOwn(partSchemas, part) && !(event && carries(event, part as PartName));
  });
}

/** Messages that show what the event that lets in cannot have: they fail when they are rendered. */
export function templatesBeyond(scenario: Scenario, catalogue: Catalogue): AskedParts[] {
  const on = eventOfTrigger(scenario.trigger);
  return scenario.steps.flatMap((step) => {
    if (!isMessage(step)) return [];
    const fields = fieldsBeyond(on, catalogue[step.template]?.eventFields ?? []);
    if (fields.length === 0) return [];
    const says =
      `message "${step.template}" shows ${fields.join(', ')}, which ${nameOf(on)} cannot have, so it would fail when ` +
      'rendered: begin with an event that has it, or take it out of the message and of messages.ts';
    return [{ step: step.id, says }];
  });
}

const nameOf = (event: EventName | undefined) => event ?? 'a journey that no event of the customer begins';

/** Filters that ask for what their event cannot have. */
export function filtersBeyond(scenario: Scenario): AskedParts[] {
  const { trigger, goal } = scenario;
  const on = eventOfTrigger(trigger);
  const asked = (
    place: string,
    on: EventName | undefined,
    filter: Filter | undefined,
    step?: string,
  ): AskedParts[] => {
    const fields = filter ? fieldsBeyond(on, eventFieldsOf(filter)) : [];
    if (fields.length === 0) return [];
    const names = fields.map((field) => `event.${field}`).join(', ');
    const says = `${place} asks for ${names}, which ${nameOf(on)} cannot have: take it out, or ask another event`;
    return [step === undefined ? { says } : { step, says }];
  };
  return [
    ...asked('the trigger’s filter', on, trigger.filter),
    ...(goal ? asked('the goal’s filter', goal.on, goal.filter) : []),
    ...exitRules(scenario).flatMap((rule) => asked('a filter of exitOn', rule.on, rule.filter)),
    ...scenario.steps.flatMap((step) => {
      if (step.kind === 'wait' && 'event' in step) {
        return asked('the filter it waits by', step.event.on, step.event.filter, step.id);
      }
      if (step.kind === 'branch')
        return step.when.flatMap((way) => asked('its question', on, way.if, step.id));
      return isMessage(step) ? asked('its "when"', on, step.when, step.id) : [];
    }),
  ];
}
