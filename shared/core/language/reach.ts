/** What a customer may still come to from a step of a scenario: by it an enrolment that can have no effect is told. */
import type { Topic } from '../values/topic.ts';
import { asksFor } from './asks-for.ts';
import type { Scenario } from './scenario.ts';
import { type Channel, isMessage, type MessageStep, type Step } from './steps.ts';
import { reachedFrom, waysOf } from './ways.ts';

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
  /** The timer of the step may do no more than begin another wait. */
  readonly passes?: true;
}

/** By step, what is there from it on, itself counted, whichever way is taken. */
export function reachOf(scenario: Scenario): ReadonlyMap<string, Reach> {
  const looksBeside = asksFor(scenario, 'enrolment.clicked');
  const ways = waysOf(scenario.steps);
  return new Map(
    scenario.steps.map(({ id }, from) => {
      const ahead = reachedFrom([from], ways);
      const steps = scenario.steps.filter((_, at) => ahead.has(at));
      const messages = steps.filter(isMessage);
      const acts = looksBeside || steps.some(writes) || messages.some((step) => needsNoGrant(scenario, step));
      const passes = !looksBeside && mayPass(scenario.steps, from, ways);
      return [id, { acts, needs: acts ? [] : needsOf(scenario, messages), ...(passes && { passes }) }];
    }),
  );
}

/** True where the way on from a wait may come to another one without a message, a fact or an event before it. */
function mayPass(steps: readonly Step[], from: number, ways: readonly (readonly number[])[]): boolean {
  if (steps[from]?.kind !== 'wait') return false;
  const rests = (at: number) => ['wait', 'series'].includes(steps[at]?.kind ?? '');
  const stops = (at: number) => {
    const step = steps[at];
    return step !== undefined && !rests(at) && (isMessage(step) || writes(step));
  };
  const onlyTurns = ways.map((on, at) => (at !== from && rests(at) ? [] : on));
  return [...reachedFrom(ways[from] ?? [], onlyTurns, stops)].some((at) => at !== from && rests(at));
}

const writes = ({ kind }: Step): boolean => kind === 'set' || kind === 'emit';

const needsNoGrant = ({ kind }: Scenario, { channel }: MessageStep): boolean =>
  kind === 'transactional' || channel === 'insert';

function needsOf(scenario: Scenario, messages: readonly MessageStep[]): NeededGrant[] {
  if (scenario.kind === 'transactional') return [];
  const needs = messages.map(({ topic = scenario.topic, channel }) => ({ topic, channel }));
  return [...new Map(needs.map((one) => [`${one.channel}:${one.topic}`, one])).values()];
}
