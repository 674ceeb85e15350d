/** Frequency caps: several rules, all of which must have room. */
import { Temporal } from 'temporal-polyfill';
import type { Customer } from '../record/customer.ts';
import type { Cap, EngineSettings } from '../record/engine-settings.ts';
import type { RecentSend } from '../record/recent-send.ts';
import type { Surroundings } from '../record/surroundings.ts';
import { capsFor } from '../record/wishes.ts';
import { civilDate, civilTarget } from '../values/civil-time.ts';
import type { ContentType } from '../values/content-type.ts';
import type { Topic } from '../values/topic.ts';

type Instant = Temporal.Instant;
type Around = Pick<Surroundings, 'at' | 'settings' | 'book'>;

/** What caps ask of a message. `topic` is unknown for one of a scenario that this code no longer has. */
export interface Weighed {
  readonly topic: Topic | undefined;
  readonly content: ContentType | undefined;
}

/** A cap looks no further back; no settings have a longer one. */
const farthest_days = 15;

/** True for a message that the cap holds and counts. */
export function concerns(cap: Cap, { topic, content }: Weighed): boolean {
  if (cap.topic !== undefined && cap.topic !== topic) return false;
  if (cap.content !== undefined && cap.content !== content) return false;
  return topic === undefined || !cap.exceptTopics?.includes(topic);
}

/** True for a message that some general cap concerns: what all of them leave out, such as a course, keeps no distance. */
export function isSpaced(message: Weighed, { caps }: EngineSettings): boolean {
  const general = caps.filter((cap) => cap.topic === undefined && cap.content === undefined);
  return general.length === 0 || general.some((cap) => concerns(cap, message));
}

/** The marketing messages of the record that went, oldest first, with what caps ask of them. */
export function weighedSends(customer: Customer, { book }: Around): (RecentSend & Weighed)[] {
  return customer.sends
    .filter((send) => send.kind === 'marketing' && send.state !== 'skipped')
    .map((send) => {
      const scenario = book.has(send.scenario, send.version)
        ? book.find(send.scenario, send.version)
        : undefined;
      const own = scenario?.kind === 'marketing' ? scenario.topic : undefined;
      return { ...send, topic: send.topic ?? own, content: send.content };
    });
}

/** How many more of such messages the cap has room for on the civil day, if no other goes until then. */
export function placesLeft(
  cap: Cap,
  sends: readonly (RecentSend & Weighed)[],
  day: Temporal.PlainDate,
  zone: string,
): number {
  const first = day.add({ days: 1 - cap.days });
  const counted = sends.filter(
    (send) => concerns(cap, send) && Temporal.PlainDate.compare(civilDate(send.at, zone), first) >= 0,
  );
  return cap.max - counted.length;
}

/** The default hour of the first day on which every cap has room again; undefined when it has room today. */
export function capFreeAt(
  message: Weighed,
  customer: Customer,
  around: Around,
  zone: string,
): Instant | undefined {
  const caps = capsFor(customer, around.settings.caps).filter((cap) => concerns(cap, message));
  if (caps.length === 0) return undefined;
  const sends = weighedSends(customer, around);
  const today = civilDate(around.at, zone);
  const isFull = (ahead: number) =>
    caps.some((cap) => placesLeft(cap, sends, today.add({ days: ahead }), zone) <= 0);
  let ahead = 0;
  while (isFull(ahead) && ahead < farthest_days) ahead += 1;
  return ahead === 0 ? undefined : civilTarget(around.at, ahead, around.settings.defaultHour, zone);
}
