/** Scenarios and segments as they are under the rhythm in force: with its days in the place of those they name. */

import type { Scenario } from '../scenario.ts';
import type { Segment } from '../segment.ts';
import { classic, type DayName, type RhythmInForce } from './rhythm.ts';

/** The same one where the rhythm changes nothing of it. */
export function scenarioInRhythm(scenario: Scenario, rhythm: RhythmInForce): Scenario {
  if (rhythm.name === classic || !isByRhythm(scenario)) return scenario;
  return { ...(inRhythm(scenario, rhythm) as Scenario), rhythm: rhythm.name };
}

export function segmentInRhythm(segment: Segment, rhythm: RhythmInForce): Segment {
  return rhythm.name === classic ? segment : (inRhythm(segment, rhythm) as Segment);
}

/** True where it names a day of rhythms, or asks which is in force. */
export const isByRhythm = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  (isNaming(data) || Object.values(data).some((part) => isByRhythm(part)));

const isNaming = (data: object): boolean =>
  'rhythm' in data || ('the' in data && data.the === 'enrolment.rhythm');

/** Numbers that a rhythm's day takes the place of, where it stands beside the day's name. */
const counts = ['day', 'daysAgoAtLeast', 'daysAgoLessThan'];

function inRhythm(data: unknown, rhythm: RhythmInForce): unknown {
  if (Array.isArray(data)) return data.map((one) => inRhythm(one, rhythm));
  if (typeof data !== 'object' || data === null) return data;
  const parts = Object.fromEntries(
    Object.entries(data).map(([name, part]) => [name, inRhythm(part, rhythm)]),
  );
  const found = dayOf(rhythm, parts.rhythm as DayName | undefined);
  if (!found) return parts;
  const { days, ofSupply } = found;
  const counted = counts.filter((name) => name in parts).map((name) => [name, days]);
  const isWait = 'day' in parts;
  return { ...parts, ...Object.fromEntries(counted), ...(isWait && ofSupply !== undefined && { ofSupply }) };
}

/** By the facts alone: what the goods of an order last is known of each order. */
function dayOf({ days, returnDays }: RhythmInForce, name: DayName | undefined) {
  const day = name && days[name];
  if (day === undefined) return undefined;
  if (typeof day === 'number') return { days: day };
  const { day: latest, beforeReturnsEnd, ofSupply } = day;
  if (beforeReturnsEnd === undefined || returnDays === undefined) return { days: latest, ofSupply };
  return { days: Math.min(latest, Math.max(1, returnDays - beforeReturnsEnd)), ofSupply };
}
