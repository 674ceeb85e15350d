/** A scenario as a drawing: its steps as nodes, and every way that leads from one to another. */
import type { Scenario, Step } from '../../shared/core/scenario.ts';
import { filterPhrase, triggerPhrase, waitPhrase } from './map-phrases.ts';
import type { MapWords } from './map-words.ts';

export interface FlowNode {
  /** The step's id; `+entry` and `+done` for the two ends. */
  readonly id: string;
  readonly kind: Step['kind'] | 'entry' | 'done';
  readonly label: string;
  /** A second line: the trigger, the template, the outcome. */
  readonly detail?: string | undefined;
}

export interface FlowWay {
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
      { id: '+entry', kind: 'entry', label: words.entry, detail: triggerPhrase(trigger) },
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
      return { id, kind, label: subjects.get(step.template) ?? step.template, detail: step.template };
    case 'branch':
      return { id, kind, label: id };
    case 'exit':
      return { id, kind, label: words.exit, detail: step.outcome };
    default:
      return neverStep(step);
  }
}

function waysFrom(step: Step, next: string, words: MapWords): FlowWay[] {
  const from = step.id;
  if (step.kind === 'exit') return [];
  if (step.kind !== 'branch') return [{ from, to: next }];
  return [
    ...step.when.map((way) => ({ from, to: way.then, label: filterPhrase(way.if) })),
    { from, to: step.else, label: words.otherwise },
  ];
}

function neverStep(step: never): never {
  throw new Error(`The map cannot draw a step of kind ${(step as Step).kind} yet: teach it in map-flow.ts.`);
}
