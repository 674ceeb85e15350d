/** Writes down what one customer did as the events a storefront puts on the bus. */
import type { EventName } from '../../shared/core/events/event-catalogue.ts';
import type { Random } from './random.ts';
import type { Habits, StoredProfile } from './storefront-habits.ts';
import { minute_ms, type Season, second_ms, written } from './storefront-moments.ts';

/** One event as it leaves the storefront at `at_ms`; `detail` is its wire shape. */
export interface StorefrontAct {
  readonly at_ms: number;
  readonly customer: string;
  readonly name: EventName;
  readonly detail: WireDetail;
}

interface WireDetail {
  readonly eventId: string;
  readonly occurredAt: string;
  readonly customer: StoredProfile & { readonly id: string; readonly acceptsMarketing?: boolean | undefined };
  readonly [part: string]: unknown;
}

/** How the customer of an event is told: by her id alone, or with all that the storefront knows. */
interface Told {
  readonly known?: 'id' | 'profile';
  readonly box?: boolean | undefined;
  /** When it leaves the storefront, where that is not about when it happened. */
  readonly sent_ms?: number;
}

export interface Desk {
  readonly random: Random;
  readonly season: Season;
  readonly habits: Habits;
  readonly acts: StorefrontAct[];
  /** Writes an act down, unless it leaves the storefront outside of the season. */
  tell(name: EventName, occurred_ms: number, parts: Readonly<Record<string, unknown>>, told?: Told): void;
}

/** `profileAt` answers what the storefront knew of her at a time. */
export function deskOf(
  random: Random,
  season: Season,
  habits: Habits,
  profileAt: (at_ms: number) => StoredProfile,
): Desk {
  const acts: StorefrontAct[] = [];
  const taken = new Set<number>();
  let told = 0;
  return {
    random,
    season,
    habits,
    acts,
    tell(name, occurred_ms, parts, { known = 'id', box, sent_ms } = {}) {
      const consents = box !== undefined || name === 'ConsentChanged';
      let moment = occurred_ms;
      // Two words on consent in one millisecond have no order that anyone could tell.
      while (consents && taken.has(moment)) moment += 1;
      if (consents) taken.add(moment);
      const leaves = sent_ms ?? moment + lag(random, consents);
      told += 1;
      if (leaves < season.start_ms || leaves >= season.end_ms) return;
      acts.push({
        at_ms: leaves,
        customer: habits.id,
        name,
        detail: {
          eventId: `${habits.id}/${told}`,
          occurredAt: written(random, moment),
          customer: withoutGaps({
            id: habits.id,
            ...(known === 'profile' ? profileAt(moment) : {}),
            acceptsMarketing: box,
          }),
          ...parts,
        },
      });
    },
  };
}

/**
 * From the fact to its leaving, in ms. Below nothing: the shop's clock is ahead. What bears on consent is never
 * stamped ahead, since its time would then hang on when it is taken in, and no plan could tell who spoke last.
 */
function lag(random: Random, consents: boolean): number {
  const kind = random.fraction();
  if (kind < 0.02) return consents ? 0 : -random.int(1, 90) * second_ms;
  if (kind < 0.05) return random.int(1, 10) * minute_ms;
  return random.int(0, 2 * second_ms);
}

/** Without undefined fields, so that the act is what JSON would carry. */
export function withoutGaps<Data extends object>(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Data;
}
