/** How a message stands among the others that somebody gets: what it takes of attention, and whether it must have its place. */
import { isDefaultTopic } from '../values/topic.ts';
import type { Scenario } from './scenario.ts';
import { isMessage, type MessageStep } from './steps.ts';

/** What a marketing message takes of somebody's attention, as caps count it; what goes by a topic asked for by name takes none. */
export const letterKinds = ['story', 'broadcast', 'asks', 'reminds'] as const;

export type LetterKind = (typeof letterKinds)[number];

/** A request for an answer and its reminder are letters of a story as well. */
export const countsAs = (kind: LetterKind, cap: LetterKind): boolean =>
  kind === cap || (cap === 'story' && kind !== 'broadcast');

/** Undefined for order mail and for a course, of which no cap of letters knows. */
export function letterKindOf(scenario: Scenario, step: MessageStep): LetterKind | undefined {
  if (scenario.kind !== 'marketing' || !isDefaultTopic(step.topic ?? scenario.topic)) return undefined;
  if (step.asks) return 'asks';
  const spoken = needsOf(step);
  if (scenario.steps.some((one) => isMessage(one) && one.asks && spoken.includes(one.id))) return 'reminds';
  // The last word of a sale is no sale of its own.
  return scenario.priority === 'broadcast' && spoken.length === 0 ? 'broadcast' : 'story';
}

/** The steps of which one must have gone. */
export const needsOf = ({ needs }: MessageStep): readonly string[] =>
  needs === undefined ? [] : typeof needs === 'string' ? [needs] : needs;

/** True where another message of the scenario goes only if this one went. */
export const isNeeded = ({ steps }: Scenario, { id }: MessageStep): boolean =>
  steps.some((step) => isMessage(step) && needsOf(step).includes(id));

/** The first message of a scenario and an offer, unless the step says otherwise. */
export function mustGo({ steps }: Scenario, step: MessageStep): boolean {
  if (step.place !== undefined) return step.place === 'must';
  return step.content === 'offer' || steps.find(isMessage) === step;
}

/** Of a message that a moment binds, lateness is no matter of patience. */
export const isBoundToMoment = (scenario: Scenario, { before, coupon }: MessageStep): boolean =>
  before !== undefined || coupon !== undefined || scenario.priority === 'cart';
