/** What the frozen populations were made from. They stay as they are: a change here changes no file, and a test fails. */
import type { PopulationName } from './population.ts';

export interface PopulationPlan {
  readonly seed: string;
  readonly customers: number;
  /** They come during the first of these days, evenly. */
  readonly comeWithin_days: number;
  readonly days: number;
  /** Customer by customer, round and round: how many times as much as the average one does. */
  readonly keenness: readonly number[];
  readonly sales: number;
  readonly announcements: number;
}

export const start_ms = Date.UTC(2026, 2, 1);
export const day_ms = 86_400_000;

export const plans: Readonly<Record<PopulationName, PopulationPlan>> = {
  year: {
    seed: 'year',
    customers: 40,
    comeWithin_days: 200,
    days: 400,
    keenness: [0.2, 0.3, 0.5, 0.8, 1.4, 2.8],
    sales: 4,
    announcements: 6,
  },
  'ten-years': {
    seed: 'ten',
    customers: 2,
    comeWithin_days: 20,
    days: 3650,
    keenness: [1],
    sales: 0,
    announcements: 0,
  },
};
