/** Messages that can never go, and goals that none can bring about, found by playing every way through a scenario. */
import { Temporal } from 'temporal-polyfill';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { EngineSettings } from '../../../shared/core/record/engine-settings.ts';
import { addDuration } from '../../../shared/core/values/civil-time.ts';
import type { Catalogue } from '../templates/sources.ts';
import type { AskedParts } from './event-parts.ts';
import { pathsOf } from './paths.ts';
import { type Rehearsed, rehearsal } from './rehearse.ts';

interface Play {
  readonly startAt: Temporal.Instant;
  readonly messages: readonly Rehearsed[];
}

/** Hours of the day at which the entering event is tried: what can never go from any of them can never go. */
const hours = [0, 4, 8, 12, 16, 20];

/** Every way through the scenario, begun at several hours of a Monday on the store's clock. */
export function playsOf(scenario: Scenario, settings: EngineSettings, catalogue: Catalogue): Play[] {
  const monday = Temporal.PlainDate.from('2026-03-02');
  return pathsOf(scenario).flatMap((line) => {
    const play = rehearsal(scenario, line, settings, catalogue);
    return hours.map((hour) => {
      const plainTime = Temporal.PlainTime.from({ hour, minute: 30 });
      const startAt = monday.toZonedDateTime({ timeZone: settings.timeZone, plainTime }).toInstant();
      return { startAt, messages: play(startAt) };
    });
  });
}

/** Steps whose message expires on every way before caps or quiet hours let it go, though she gets nothing else. */
export function neverSent(plays: readonly Play[]): AskedParts[] {
  const messages = plays.flatMap((play) => play.messages);
  const sent = new Set(messages.filter((one) => !one.expired).map((one) => one.step));
  const lost = new Map(messages.filter((one) => !sent.has(one.step)).map((one) => [one.step, one]));
  return [...lost.values()].map(({ step, template, held }) => ({
    step,
    says:
      `message "${template}" can never go, even to a customer who gets nothing else: ${held ?? 'too-late'} holds ` +
      'it until it has expired. Wait longer before it, give it a longer "expiry", or change "caps" or ' +
      '"quietHours" in cdk.json',
  }));
}

/** A window that is over on every way before the first message goes: the goal tells nothing of the messages. */
export function earlyGoal(
  { goal }: Scenario,
  plays: readonly Play[],
  settings: EngineSettings,
): string | undefined {
  const begun = plays.filter((play) => play.messages.some((one) => one.sent));
  if (!goal || begun.length === 0) return undefined;
  const isOver = ({ startAt, messages }: Play) => {
    const first = messages.find((one) => one.sent);
    const end = addDuration(startAt, goal.within, settings.timeZone);
    return first !== undefined && Temporal.Instant.compare(end, first.at) <= 0;
  };
  if (!begun.every(isOver)) return undefined;
  return 'goal: its window is over before the first message goes, so no message can bring it about; lengthen "within"';
}
