/** What a customer tells of herself: that she is there, where she lives, and what she wants to hear. */
import { topics } from '../../shared/core/values/topic.ts';
import type { Random } from './random.ts';
import { type Desk, withoutGaps } from './storefront-desk.ts';
import { type Habits, type StoredProfile, zones } from './storefront-habits.ts';
import { day_ms, momentNear, type Season } from './storefront-moments.ts';

export interface ProfileChange {
  readonly at_ms: number;
  readonly profile: StoredProfile;
}

/** Her profile from the start, and each later one, oldest first. */
export function profilesOf(random: Random, season: Season, habits: Habits): ProfileChange[] {
  const moments = someTimes(random, season, habits, habits.changes_perYear);
  const changes: ProfileChange[] = [{ at_ms: Number.NEGATIVE_INFINITY, profile: habits.profile }];
  let profile = habits.profile;
  for (const [nth, at_ms] of moments.entries()) {
    profile = { ...profile, ...changed(random, habits, nth) };
    changes.push({ at_ms, profile });
  }
  return changes;
}

function changed(random: Random, habits: Habits, nth: number): StoredProfile {
  switch (random.pick(['address', 'address', 'partner', 'zone', 'zone', 'locale', 'attributes'])) {
    case 'address':
      return { email: `${habits.id.replace('-', '')}.${nth + 1}@example.com` };
    case 'partner':
      return { email: habits.partnersAddress };
    case 'zone':
      return { timeZone: random.pick(zones) };
    case 'locale':
      return { locale: random.pick(['ja', 'en']) };
    default:
      return { attributes: { skin: random.pick(['dry', 'oily']), points: random.int(0, 500) } };
  }
}

/** Moments of the season, `perYear` on average, oldest first. */
function someTimes(random: Random, season: Season, habits: Habits, perYear: number): number[] {
  const span = season.end_ms - season.start_ms;
  const mean = (perYear * span) / (365 * day_ms);
  const count = Math.floor(mean) + (random.chance(mean % 1) ? 1 : 0);
  return Array.from({ length: count }, () =>
    momentNear(random, season, season.start_ms + Math.floor(random.fraction() * span), habits.wall),
  ).sort((a, b) => a - b);
}

/** Her registration, where she registers, and each change that she or the shop writes down. */
export function writePerson(desk: Desk, since_ms: number, changes: readonly ProfileChange[]): void {
  const { random, habits } = desk;
  if (habits.registers) {
    desk.tell('CustomerRegistered', since_ms, {}, { known: 'profile', box: boxOf(desk) });
  }
  for (const { at_ms } of changes.slice(1)) {
    const box = random.chance(0.3) ? boxOf(desk) : undefined;
    desk.tell('CustomerUpdated', at_ms, {}, withoutGaps({ known: 'profile', box } as const));
  }
}

function boxOf({ random, habits }: Desk): boolean | undefined {
  if (habits.box === 'unasked') return undefined;
  return habits.box === 'wavers' ? random.chance(0.5) : habits.box === 'ticks';
}

/** Her explicit words: about everything, about some topics, now and then about another channel, or in words that nobody knows. */
export function writeConsents(desk: Desk): void {
  const { random, season, habits } = desk;
  for (const at_ms of someTimes(random, season, habits, habits.consents_perYear)) {
    const named = random.pick([undefined, undefined, [], ['all'], 'some', 'some', 'some', ['unheard-of']]);
    const isUnheard = Array.isArray(named) && named.includes('unheard-of');
    const consent = withoutGaps({
      channel: random.pick(['email', 'E-Mail', undefined, undefined, 'line', 'SMS']),
      topics: named === 'some' ? topics.filter(() => random.chance(0.4)) : named,
      // A grant in words that nobody knows would be refused.
      granted: random.chance(0.55) && !isUnheard,
      source: random.pick(['preference-page', 'shop-counter', undefined]),
      wording: random.chance(0.3) ? 'Yes, write to me.' : undefined,
    });
    desk.tell('ConsentChanged', at_ms, { consent });
  }
}
