/** A scenario as a drawing: its steps as nodes, and every way that leads from one to another. */

import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Emit, MessageStep, SetFact, Step } from '../../../shared/core/language/steps.ts';
import { filterPhrase, spanPhrase, triggerPhrase, waitPhrase } from './map-phrases.ts';
import type { MapWords } from './map-words.ts';

export interface FlowNode {
  /** The step's id; `+entry` and `+done` for the two ends. */
  readonly id: string;
  readonly kind: Step['kind'] | 'entry' | 'done';
  readonly label: string;
  /** A second line: the trigger, the template, the outcome. */
  readonly detail?: string | undefined;
}

interface FlowWay {
  readonly from: string;
  readonly to: string;
  /** The filter of a branch's way. */
  readonly label?: string | undefined;
}

export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly ways: readonly FlowWay[];
}

/** @param subjects of each template */
export function flowOf(scenario: Scenario, subjects: ReadonlyMap<string, string>, words: MapWords): Flow {
  const { steps, trigger } = scenario;
  const after = (index: number) => steps[index + 1]?.id ?? '+done';
  const ways = steps.flatMap((step, index) => waysFrom(step, after(index), words));
  const ends = ways.some(({ to }) => to === '+done');
  return {
    nodes: [
      { id: '+entry', kind: 'entry', label: words.entry, detail: triggerPhrase(trigger, words) },
      ...steps.map((step) => nodeOf(step, subjects, words)),
      ...(ends ? [{ id: '+done', kind: 'done', label: words.done } as const] : []),
    ],
    ways: [{ from: '+entry', to: steps[0]?.id ?? '+done' }, ...ways],
  };
}

function nodeOf(step: Step, subjects: ReadonlyMap<string, string>, words: MapWords): FlowNode {
  const { id, kind } = step;
  switch (kind) {
    case 'wait':
      return { id, kind, label: waitPhrase(step, words) };
    case 'send':
    case 'series':
      return messageNode(step, subjects, words);
    case 'branch':
      return { id, kind, label: id };
    case 'split':
      return { id, kind, label: id, detail: step.ways.map((way) => `${way.weight}`).join(' : ') };
    case 'set':
      return { id, kind, label: words.steps.set(factPhrase(step)) };
    case 'emit':
      return { id, kind, label: words.steps.emit(step.event), detail: emitDetail(step, words) };
    case 'repeat':
      return { id, kind, label: words.steps.repeat(step.atMost) };
    case 'goto':
      return { id, kind, label: words.steps.goto(step.to) };
    case 'exit':
      return { id, kind, label: words.exit, detail: step.outcome };
    default:
      return neverStep(step);
  }
}

function messageNode(step: MessageStep, subjects: ReadonlyMap<string, string>, words: MapWords): FlowNode {
  const { id, kind, template, content, channel, coupon, when } = step;
  const off = coupon && ('percent' in coupon.off ? `${coupon.off.percent} %` : `${coupon.off.amount}`);
  const detail = [
    template,
    channel && channel !== 'email' ? channel : undefined,
    content && words.steps.contents[content],
    kind === 'series'
      ? words.steps.series(
          step.count === undefined ? words.steps.all : String(step.count),
          spanPhrase(step.every, words),
          step.at,
        )
      : undefined,
    coupon && off && words.steps.coupon(off, coupon.untilDay),
    when && filterPhrase(when),
  ];
  return {
    id,
    kind,
    label: subjects.get(template) ?? template,
    detail: detail.filter((part) => part !== undefined).join(' · '),
  };
}

function factPhrase({ attributes, addLabels, removeLabels, category, score }: SetFact): string {
  const parts = [
    ...Object.entries(attributes ?? {}).map(([name, value]) => `${name} = ${value}`),
    ...(addLabels ?? []).map((label) => `+${label}`),
    ...(removeLabels ?? []).map((label) => `-${label}`),
    ...(category ? [`${category.set}: ${category.is}`] : []),
    ...(score === undefined ? [] : [`score ${score > 0 ? '+' : ''}${score}`]),
  ];
  return parts.join(', ');
}

function emitDetail({ detail, due }: Emit, words: MapWords): string | undefined {
  const parts = Object.entries(detail ?? {}).map(([name, value]) => `${name}: ${value}`);
  if (due) parts.push(`≤ ${spanPhrase(due, words)}`);
  return parts.join(', ') || undefined;
}

function waysFrom(step: Step, next: string, words: MapWords): FlowWay[] {
  const from = step.id;
  switch (step.kind) {
    case 'exit':
      return [];
    case 'branch':
      return [
        ...step.when.map((way) => ({ from, to: way.then as string, label: filterPhrase(way.if) })),
        { from, to: step.else, label: words.otherwise },
      ];
    case 'split':
      return step.ways.map((way) => ({ from, to: way.then, label: way.variant }));
    case 'goto':
      return [{ from, to: step.to }];
    case 'repeat':
      return [
        { from, to: step.from, label: `≤ ${step.atMost}` },
        { from, to: next, label: words.steps.afterRepeats },
      ];
    case 'wait':
      if ('event' in step) {
        return [
          { from, to: step.then, label: step.event.on },
          { from, to: step.else, label: words.steps.timeout },
        ];
      }
      if ('date' in step && step.past !== undefined)
        return [
          { from, to: next },
          { from, to: step.past, label: words.steps.past },
        ];
      return [{ from, to: next }];
    default:
      return [{ from, to: next }];
  }
}

function neverStep(step: never): never {
  throw new Error(`The map cannot draw a step of kind ${(step as Step).kind} yet: add it to map-flow.ts.`);
}
