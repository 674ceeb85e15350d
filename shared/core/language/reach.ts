/** What a customer may still come to from a step of a scenario: by it an enrolment that can have no effect is told. */
import type { Topic } from '../values/topic.ts';
import { asksFor } from './asks-for.ts';
import type { Scenario } from './scenario.ts';
import { type Channel, isMessage, type MessageStep, type Step } from './steps.ts';

/** What she must have granted for a message to go. */
interface NeededGrant {
  readonly topic: Topic;
  readonly channel: Channel | undefined;
}

export interface Reach {
  /**
   * Something there needs no grant: order mail, what goes into a parcel, a fact that is written or told, a question about
   * what lies beside the record.
   */
  readonly acts: boolean;
  /** Of the marketing messages there, one of each topic and channel. */
  readonly needs: readonly NeededGrant[];
}

/** By step, what is there from it on, itself counted, whichever way is taken. */
export function reachOf(scenario: Scenario): ReadonlyMap<string, Reach> {
  const looksBeside = asksFor(scenario, 'enrolment.clicked');
  return new Map(
    scenario.steps.map(({ id }) => {
      const steps = stepsFrom(scenario, id);
      const messages = steps.filter(isMessage);
      const acts = looksBeside || steps.some(writes) || messages.some((step) => needsNoGrant(scenario, step));
      return [id, { acts, needs: acts ? [] : needsOf(scenario, messages) }];
    }),
  );
}

const writes = ({ kind }: Step): boolean => kind === 'set' || kind === 'emit';

const needsNoGrant = ({ kind }: Scenario, { channel }: MessageStep): boolean =>
  kind === 'transactional' || channel === 'insert';

function needsOf(scenario: Scenario, messages: readonly MessageStep[]): NeededGrant[] {
  if (scenario.kind === 'transactional') return [];
  const needs = messages.map(({ topic = scenario.topic, channel }) => ({ topic, channel }));
  return [...new Map(needs.map((one) => [`${one.channel}:${one.topic}`, one])).values()];
}

function stepsFrom({ steps }: Scenario, id: string): Step[] {
  const found = new Set<Step>();
  const ahead = [id];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const index = steps.findIndex((step) => step.id === next);
    const step = steps[index];
    if (!step || found.has(step)) continue;
    found.add(step);
    ahead.push(...waysOn(step, steps[index + 1]));
  }
  return [...found];
}

/** Where she may go on behind a step. */
function waysOn(step: Step, following: Step | undefined): readonly string[] {
  const on = following ? [following.id] : [];
  switch (step.kind) {
    case 'wait':
      if ('event' in step) return [step.then, step.else];
      return 'date' in step && step.past !== undefined ? [step.past, ...on] : on;
    case 'branch':
      return [...step.when.map((way) => way.then), step.else];
    case 'split':
      return step.ways.map((way) => way.then);
    case 'goto':
      return [step.to];
    case 'repeat':
      return [step.from, ...on];
    case 'exit':
      return [];
    case 'send':
    case 'series':
    case 'set':
    case 'emit':
      return on;
    default:
      return neverStep(step);
  }
}

function neverStep(step: never): never {
  throw new Error(`Step kind ${(step as Step).kind} is not known to this code.`);
}
