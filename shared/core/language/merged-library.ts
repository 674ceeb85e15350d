/** One library out of what ships and what a store owns: the store's program takes the place of ours of its name. */

import type { MessageEntry, Programs } from './program.ts';
import { scenarioInRhythm, segmentInRhythm } from './rhythm/in-rhythm.ts';
import { type RhythmFacts, rhythmInForce } from './rhythm/rhythm.ts';
import type { Scenario } from './scenario.ts';
import type { Segment } from './segment.ts';
import type { StoreRoom } from './store-room.ts';
import type { Survey } from './survey.ts';

type Room = Pick<StoreRoom, 'programs' | 'segments'> & { readonly facts?: RhythmFacts };

export interface MergedLibrary {
  readonly programs: Programs;
  /** The name of that in force. */
  readonly rhythm: string;
  /** In the order in which they are asked. */
  readonly scenarios: readonly Scenario[];
  readonly messages: Readonly<Record<string, MessageEntry>>;
  readonly surveys: readonly Survey[];
  readonly segments: readonly Segment[];
}

/**
 * Under the rhythm that the facts choose. Throws `WrongRhythm`.
 *
 * @param store left out: what ships, alone
 */
export function mergedLibrary(shipped: Room, store?: Room): MergedLibrary {
  const programs: Programs = { ...shipped.programs, ...store?.programs };
  const all = Object.values(programs);
  const rhythm = rhythmInForce(shipped.facts, store?.facts);
  const segments = overBy(({ name }) => name, shipped.segments, store?.segments ?? []);
  return {
    programs,
    rhythm: rhythm.name,
    scenarios: inOrder(programs).map((scenario) => scenarioInRhythm(scenario, rhythm)),
    messages: Object.assign({}, ...all.map(({ messages }) => messages)),
    surveys: all.flatMap(({ surveys = [] }) => surveys),
    segments: segments.map((segment) => segmentInRhythm(segment, rhythm)),
  };
}

/** That of the programs, but for who asks to stand before another; where that one is missing, it stays. */
function inOrder(programs: Programs): Scenario[] {
  const scenarios = Object.values(programs).flatMap((program) => program.scenarios);
  const wishes = Object.values(programs).flatMap(({ before = {} }) => Object.entries(before));
  return wishes.reduce((order, [id, other]) => {
    const moved = order.filter((one) => one.id === id);
    const rest = order.filter((one) => one.id !== id);
    const place = rest.findIndex((one) => one.id === other);
    return place < 0 ? order : rest.toSpliced(place, 0, ...moved);
  }, scenarios);
}

/** Both lists as one: a later entry takes the place of an earlier one of its name. */
function overBy<One>(nameOf: (one: One) => string, first: readonly One[], second: readonly One[]): One[] {
  return [...new Map([...first, ...second].map((one) => [nameOf(one), one])).values()];
}
