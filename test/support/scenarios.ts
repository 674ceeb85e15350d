/** Scenarios as short as a test wants them, with a template catalogue of their own. */
import type { Filter } from '../../shared/core/language/filter.ts';
import type { TemplateName } from '../../shared/core/language/register.ts';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import type { Anchor, Branch, Exit, Send, WaitFor, WaitUntil } from '../../shared/core/language/steps.ts';
import type { TemplateFacts } from '../../shared/core/language/template-facts.ts';
import type { EventTrigger, Trigger } from '../../shared/core/language/trigger.ts';
import type { Duration } from '../../shared/core/values/duration.ts';
import type { Topic } from '../../shared/core/values/topic.ts';

const letters = ['a', 'b', 'c', 'd'];

/** Marketing `a` to `d`, `daily` with three numbers, and `thanks`; `a` and `thanks` name fields of the event. */
export const templates: Readonly<Record<string, TemplateFacts>> = {
  ...Object.fromEntries(letters.map((name) => [name, { kind: 'marketing' as const, eventFields: [] }])),
  a: { kind: 'marketing', eventFields: ['order.id'] },
  daily: { kind: 'marketing', eventFields: [], numbered: 3 },
  thanks: { kind: 'transactional', eventFields: ['order.id', 'order.items.name'] },
};

export const waitFor = (id: string, span: Duration): WaitFor => ({ id, kind: 'wait', for: span });

export const waitUntil = (id: string, day: number, after: Anchor, hour = '10:00'): WaitUntil => ({
  id,
  kind: 'wait',
  until: { day, after, at: hour },
});

/** A message whose step is named `send-<template>` unless told. */
export const send = (template: string, parts: Partial<Omit<Send, 'kind' | 'template'>> = {}): Send => ({
  id: `send-${template}`,
  kind: 'send',
  template: template as TemplateName,
  ...parts,
});

export const branch = (id: string, filter: Filter, yes: string, no: string): Branch => ({
  id,
  kind: 'branch',
  when: [{ if: filter, then: yes }],
  else: no,
});

export const exit = (id: string): Exit => ({ id, kind: 'exit' });

type Parts = Partial<Omit<Scenario, 'kind' | 'trigger'>> & {
  readonly topic?: Topic;
  readonly trigger?: Partial<EventTrigger> | Exclude<Trigger, EventTrigger>;
};

/** An event trigger, unless what is told lets in by something else. */
function triggerOf(usual: EventTrigger, told: Parts['trigger'] = {}): Trigger {
  const isAnother = ['segment', 'date', 'schedule', 'command'].some((word) => word in told);
  return (isAnother ? told : { ...usual, ...told }) as Trigger;
}

const base = {
  id: 'letters',
  version: 1,
  stage: 'retention',
  purpose: 'A story for tests.',
} as const;

/** Marketing on tips: each order lets in, at most one runs. */
export function marketing(parts: Parts = {}): Scenario {
  const trigger = triggerOf({ on: 'OrderPlaced', oncePer: 'order', whileRunning: 'restart' }, parts.trigger);
  const steps = parts.steps ?? [waitUntil('week', 7, 'arrived'), send('a')];
  return { ...base, topic: 'tips', ...parts, kind: 'marketing', trigger, steps } as Scenario;
}

/** A thank-you for each order, at once. */
export function transactional(parts: Parts = {}): Scenario {
  const trigger = triggerOf({ on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel' }, parts.trigger);
  const steps = parts.steps ?? [send('thanks')];
  return { ...base, id: 'thanks', ...parts, kind: 'transactional', trigger, steps } as Scenario;
}

/** The story of program 6: four letters after the parcel; a new order closes it and starts it anew. */
export const afterParcel = marketing({
  goal: { on: 'OrderPlaced', within: { days: 90 } },
  exitOn: ['OrderReturned', 'OrderCancelled'],
  steps: [
    waitUntil('week', 7, 'arrived'),
    send('a'),
    waitUntil('fortnight', 14, 'arrived'),
    send('b'),
    waitUntil('month', 30, 'arrived'),
    send('c'),
    waitUntil('two-months', 60, 'arrived'),
    send('d'),
  ],
});
