/** A rehearsal of a whole population, summed up. */
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Attention } from './attention.ts';
import type { Fate } from './fates.ts';
import { type MessageReach, messageReach } from './reach-sums.ts';
import type { Rehearsal } from './rehearse-lives.ts';

export interface RehearsedPopulation {
  readonly customers: number;
  readonly reach: readonly MessageReach[];
  readonly fates: readonly Fate[];
  readonly heard: readonly Attention[];
  /** Of all messages that somebody should have got. */
  readonly should: number;
  readonly got: number;
}

/** @param live the scenarios that let people in, in the library's order */
export function rehearsedOf(
  live: readonly Scenario[],
  rehearsals: readonly Rehearsal[],
): RehearsedPopulation {
  const fates = rehearsals.flatMap((one) => one.fates);
  return {
    customers: rehearsals.length,
    reach: messageReach(live, fates),
    fates,
    heard: rehearsals.flatMap(({ heard }) => heard),
    should: fates.length,
    got: fates.filter(({ got }) => got).length,
  };
}
