/** Frequency caps: several rules, all of which must have room. */
import type { Temporal } from 'temporal-polyfill';
import { dayNumber, stepOf } from '../facts/letters.ts';
import { countsAs, type LetterKind, letterKindOf } from '../language/message-standing.ts';
import type { Scenario } from '../language/scenario.ts';
import type { MessageStep } from '../language/steps.ts';
import type { Customer } from '../record/customer.ts';
import type { Cap, EngineSettings } from '../record/engine-settings.ts';
import type { RecentSend } from '../record/recent-send.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { capsFor } from '../record/wishes.ts';
import { zoneOf } from '../record/zone.ts';
import { civilDate, civilTarget } from '../values/civil-time.ts';
import type { ContentType } from '../values/content-type.ts';
import type { Topic } from '../values/topic.ts';

type Instant = Temporal.Instant;
type Around = Pick<Surroundings, 'at' | 'settings' | 'book'>;

/** What caps ask of a message. `topic` and `letter` are unknown for one of a scenario that this code no longer has. */
export interface Weighed {
  readonly topic: Topic | undefined;
  readonly content: ContentType | undefined;
  readonly letter: LetterKind | undefined;
  /** Promised, or an answer to what the customer has just done: nobody foresees it, and no day and no story holds it up. */
  readonly atOnce?: boolean | undefined;
}

/** A message that went and is counted, on a civil day of the customer, in days since 1970-01-01. */
export interface CountedLetter {
  readonly day: number;
  readonly weighed: Weighed;
  /** `scenario/step`, as long as the record knows it. */
  readonly by?: string | undefined;
}

/** A cap looks no further back; no settings have a longer one. */
const farthest_days = 61;

export function weigh(scenario: Scenario, step: MessageStep): Weighed {
  return {
    topic: step.topic ?? (scenario.kind === 'marketing' ? scenario.topic : undefined),
    content: step.content,
    letter: letterKindOf(scenario, step),
    atOnce: step.atOnce || step.promised,
  };
}

/** True for a message that the cap counts. */
export function concerns(cap: Cap, { topic, content, letter, atOnce }: Weighed): boolean {
  if (cap.days === 1 && atOnce) return false;
  if (cap.letters !== undefined && !(letter && countsAs(letter, cap.letters))) return false;
  if (cap.topic !== undefined && cap.topic !== topic) return false;
  if (cap.content !== undefined && cap.content !== content) return false;
  return topic === undefined || !cap.exceptTopics?.includes(topic);
}

/** True for a message that some general cap concerns: what all of them leave out, such as a course, keeps no distance. */
export function isSpaced(message: Weighed, { caps }: EngineSettings): boolean {
  const general = caps.filter((cap) => cap.topic === undefined && cap.content === undefined);
  return general.length === 0 || general.some((cap) => concerns(cap, message));
}

/** The marketing messages that the record knows one by one, oldest first, with what caps ask of them. */
export function weighedSends(customer: Customer, around: Around): (RecentSend & Weighed)[] {
  return customer.sends
    .filter((send) => send.kind === 'marketing' && send.state !== 'skipped')
    .map((send) => {
      const known = stepOf(send, around);
      const now = known && weigh(known.scenario, known.step);
      return { letter: 'story', ...now, ...send, topic: send.topic ?? now?.topic, content: send.content };
    });
}

/** All that caps count, oldest first. */
export function countedFor(customer: Customer, around: Around): CountedLetter[] {
  const zone = zoneOf(customer, around.settings);
  const letters = (customer.letters ?? []).map(
    ({ day, kind }): CountedLetter => ({
      day,
      weighed: { letter: kind, topic: undefined, content: undefined },
    }),
  );
  const sends = weighedSends(customer, around).map(
    (send): CountedLetter => ({
      day: dayNumber(civilDate(send.at, zone)),
      weighed: send,
      by: `${send.scenario}/${send.step}`,
    }),
  );
  return [...letters, ...sends];
}

/** What the cap counts of the days that end with `day`. */
export function countedBy(cap: Cap, counted: readonly CountedLetter[], day: number): CountedLetter[] {
  return counted.filter((one) => one.day > day - cap.days && one.day <= day && concerns(cap, one.weighed));
}

/** The caps that hold a message. */
export const capsOn = (message: Weighed, customer: Customer, { settings }: Around): Cap[] =>
  capsFor(customer, settings.caps).filter(
    (cap) => concerns(cap, message) && !(message.atOnce && cap.letters === 'story'),
  );

export interface CapHold {
  readonly until: Instant;
  readonly by: string | undefined;
}

/** The default hour of the first day on which every cap has room again, and what fills it; undefined when it has room today. */
export function capFreeAt(
  message: Weighed,
  customer: Customer,
  around: Around,
  zone: string,
): CapHold | undefined {
  const caps = capsOn(message, customer, around);
  if (caps.length === 0) return undefined;
  const counted = countedFor(customer, around);
  const today = dayNumber(civilDate(around.at, zone));
  const fullOn = (ahead: number) =>
    caps.find((cap) => countedBy(cap, counted, today + ahead).length >= cap.max);
  const full = fullOn(0);
  if (!full) return undefined;
  let ahead = 1;
  while (fullOn(ahead) && ahead < farthest_days) ahead += 1;
  const by = countedBy(full, counted, today).at(-1)?.by;
  return { until: civilTarget(around.at, ahead, around.settings.defaultHour, zone), by };
}
