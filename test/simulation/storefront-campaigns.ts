/** The letters of the week that a store plans: whom each is for, its days, and when somebody starts and stops it. */
import { Temporal } from 'temporal-polyfill';
import type { CampaignDraft } from '../../infra/operator/campaign/draft.ts';
import { draftTopics } from '../../infra/operator/campaign/draft.ts';
import type { Random } from './random.ts';
import { day_ms, hour_ms } from './storefront-moments.ts';

export interface CampaignAct {
  readonly at_ms: number;
  readonly does: 'approve' | 'stop';
  readonly draft: CampaignDraft;
}

interface Season {
  readonly days: number;
  readonly start_ms: number;
  readonly segments: readonly string[];
}

const words = { subject: 'Of this week', preheader: '', paragraphs: ['What is new.'] };
/** More than a scenario lets run side by side would hold somebody out. */
const most = 3;

/** Not every store writes them. */
export function planCampaigns(random: Random, season: Season): CampaignAct[] {
  if (!random.chance(0.2) || season.days < 10) return [];
  const some = Array.from({ length: random.int(1, most) }, (_, nth) => drafted(random, nth, season));
  return some.flatMap((draft) => played(random, draft)).toSorted((a, b) => a.at_ms - b.at_ms);
}

const instantOf = (at_ms: number) => Temporal.Instant.fromEpochMilliseconds(at_ms);

function drafted(random: Random, nth: number, { days, start_ms, segments }: Season): CampaignDraft {
  const at_ms = start_ms + random.int(6, days - 3) * day_ms + random.int(0, 23) * hour_ms;
  // Everybody is in the last one.
  const audience = random.chance(0.5) ? segments.slice(-1) : [random.pick(segments), random.pick(segments)];
  return {
    id: `week-${nth}`,
    topic: random.pick(draftTopics),
    at: instantOf(at_ms),
    expiresAt: instantOf(at_ms + random.int(30, 12 * 24) * hour_ms),
    pace: random.pick([undefined, 1, 2]),
    audience: { segments: audience, products: [], lastCategory: [] },
    words: { ja: words, en: words },
    digest: `digest-${nth}`,
  };
}

/** Approved before its time or late, once more within minutes or days; now and then stopped, and mostly let go on. */
function played(random: Random, draft: CampaignDraft): CampaignAct[] {
  const at_ms = draft.at.epochMilliseconds;
  const life_ms = draft.expiresAt.epochMilliseconds - at_ms;
  const first_ms = at_ms + random.int(-48, 12) * hour_ms;
  const act = (does: CampaignAct['does'], when_ms: number): CampaignAct => ({ does, draft, at_ms: when_ms });
  const acts = [act('approve', first_ms)];
  if (random.chance(0.7)) acts.push(act('approve', first_ms + random.pick([1, 60, 1500]) * 60_000));
  if (random.chance(0.6)) {
    const stop_ms = at_ms + Math.floor(random.fraction() * (life_ms / 2 + 12 * hour_ms)) - 12 * hour_ms;
    acts.push(act('stop', stop_ms));
    if (random.chance(0.7)) acts.push(act('approve', stop_ms + random.int(1, 72) * hour_ms));
  }
  return acts;
}
