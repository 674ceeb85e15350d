/** What becomes of a mail after the mail service took it: most are read or not, a few bounce, a few anger. */
import type { Random } from './random.ts';
import { day_ms, hour_ms, minute_ms, second_ms } from './storefront-moments.ts';

export interface AcceptedMail {
  readonly template: string;
  readonly kind: 'transactional' | 'marketing';
  readonly customer: string;
  readonly listUnsubscribe?: string | undefined;
}

export interface Reaction {
  /** From the acceptance on. */
  readonly after_ms: number;
  readonly do: 'click' | 'unsubscribe' | 'hard-bounce' | 'soft-bounce' | 'complaint' | 'click-by-bot';
}

type Share = readonly [Reaction['do'], probability: number];

const shares: Readonly<Record<AcceptedMail['kind'], readonly Share[]>> = {
  transactional: [
    ['click', 0.12],
    ['click-by-bot', 0.02],
    ['soft-bounce', 0.01],
    ['hard-bounce', 0.004],
    ['complaint', 0.0005],
  ],
  marketing: [
    ['click', 0.06],
    ['click-by-bot', 0.02],
    ['unsubscribe', 0.012],
    ['soft-bounce', 0.01],
    ['hard-bounce', 0.004],
    ['complaint', 0.0015],
  ],
};

/** At most one reaction. Nobody unsubscribes from a mail that has no link for it. */
export function reactionTo(random: Random, mail: AcceptedMail): Reaction | undefined {
  let left = random.fraction();
  for (const [what, share] of shares[mail.kind]) {
    if (left < share) {
      if (what === 'unsubscribe' && !mail.listUnsubscribe) return undefined;
      return { do: what, after_ms: delayOf(random, what) };
    }
    left -= share;
  }
  return undefined;
}

/** Machines answer within seconds, a soft bounce within a day, people within days; some people at once. */
function delayOf(random: Random, what: Reaction['do']): number {
  switch (what) {
    case 'click-by-bot':
    case 'hard-bounce':
      return random.int(1, 90 * second_ms);
    case 'soft-bounce':
      return random.int(minute_ms, 14 * hour_ms);
    default:
      return random.chance(0.3) ? random.int(second_ms, 5 * minute_ms) : random.int(minute_ms, 4 * day_ms);
  }
}
