/** Which parts of the wire shape an event can have: a message or a filter that asks for another part asks for nothing. */

import { type EventName, isAboutOrder, isByParcel } from '../../../shared/core/event-names.ts';
import type { Filter } from '../../../shared/core/filter.ts';
import { eventFieldsOf } from '../../../shared/core/filter-fields.ts';
import type { Scenario } from '../../../shared/core/scenario.ts';
import { exitRules } from '../../../shared/core/scenario-book.ts';
import type { Catalogue } from '../../templates/sources.ts';

/** Unknown parts are not judged: a storefront may add its own to any event. */
const carries: Readonly<Record<string, (event: EventName) => boolean>> = {
  order: isAboutOrder,
  shipment: isByParcel,
  cart: (event) => event === 'CheckoutStarted',
  consent: (event) => event === 'ConsentChanged',
};

export interface Asked {
  /** Undefined where it is not a step that asks. */
  readonly step?: string;
  readonly says: string;
}

/** The fields, such as `order.items.name`, of parts that the event does not have. */
export function fieldsBeyond(event: EventName, fields: readonly string[]): string[] {
  return fields.filter((field) => {
    const part = field.split('.')[0] ?? '';
    return Object.hasOwn(carries, part) && !carries[part]?.(event);
  });
}

/** Messages that show what the event that lets in cannot have: they fail when they are rendered. */
export function templatesBeyond(scenario: Scenario, catalogue: Catalogue): Asked[] {
  const { on } = scenario.trigger;
  return scenario.steps.flatMap((step) => {
    if (step.kind !== 'send') return [];
    const fields = fieldsBeyond(on, catalogue[step.template]?.eventFields ?? []);
    if (fields.length === 0) return [];
    const says =
      `message "${step.template}" shows ${fields.join(', ')}, which ${on} cannot have, so it would fail when ` +
      'rendered: begin with an event that has it, or take it out of the message and of catalogue.ts';
    return [{ step: step.id, says }];
  });
}

/** Filters that ask for what their event cannot have. */
export function filtersBeyond(scenario: Scenario): Asked[] {
  const { trigger, goal } = scenario;
  const asked = (place: string, on: EventName, filter: Filter | undefined, step?: string): Asked[] => {
    const fields = filter ? fieldsBeyond(on, eventFieldsOf(filter)) : [];
    if (fields.length === 0) return [];
    const names = fields.map((field) => `event.${field}`).join(', ');
    const says = `${place} asks for ${names}, which ${on} cannot have: take it out, or ask another event`;
    return [step === undefined ? { says } : { step, says }];
  };
  return [
    ...asked('the trigger’s filter', trigger.on, trigger.filter),
    ...(goal ? asked('the goal’s filter', goal.on, goal.filter) : []),
    ...exitRules(scenario).flatMap((rule) => asked('a filter of exitOn', rule.on, rule.filter)),
    ...scenario.steps.flatMap((step) =>
      step.kind === 'branch'
        ? step.when.flatMap((way) => asked('its question', trigger.on, way.if, step.id))
        : [],
    ),
  ];
}
