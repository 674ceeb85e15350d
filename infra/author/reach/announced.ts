/** What a store tells everybody at once, told in each life: otherwise only the life that was written with it would hear of it. */

import type { Life, LifeFields } from '../../../shared/core/language/life.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { eventOfTrigger } from '../../../shared/core/language/trigger.ts';

const details = {
  SaleAnnounced: (day: number): LifeFields => ({
    sale: {
      id: 'sale-for-all',
      name: 'Sale',
      startsAt: { day: day + 2, at: '10:00' },
      endsAt: { day: day + 8, at: '23:59' },
    },
  }),
  ProductAnnounced: (): LifeFields => ({
    product: { id: 'new-for-all', name: 'New', category: 'news', price: 2400, currency: 'JPY' },
  }),
} as const;

/** An event that each life hears of once. */
export type Announced = keyof typeof details;

const isAnnounced = (name: string | undefined): name is Announced => name !== undefined && name in details;

/** Those with which one of these scenarios begins. */
export function announcedFor(scenarios: readonly Scenario[], ids: readonly string[]): Announced[] {
  const begun = scenarios.filter(({ id }) => ids.includes(id)).map(({ trigger }) => eventOfTrigger(trigger));
  return [...new Set(begun.filter(isAnnounced))];
}

/** In the middle of the life, unless it has one of its own. */
export function hearing(life: Life, announced: readonly Announced[]): Life {
  const day = Math.floor(life.days / 2);
  const more = announced
    .filter((name) => !life.happens.some(({ tell }) => tell === name))
    .map((tell) => ({ day, at: '08:00', tell, detail: details[tell](day) }));
  return more.length === 0 ? life : { ...life, happens: [...life.happens, ...more] };
}
