/** Reach: of all who should get a message, how many did; how late, why not, and what took its place. */
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { isMessage } from '../../../shared/core/language/steps.ts';
import { isOfCampaign } from '../../../shared/core/language/trigger.ts';
import type { Because } from '../../../shared/core/values/because.ts';
import type { Fate } from './fates.ts';

export interface MessageReach {
  readonly scenario: string;
  readonly step: string;
  readonly template: string;
  readonly kind: Scenario['kind'];
  readonly should: number;
  readonly got: number;
  /** Hours after it was meant to go, of those who got it. */
  readonly later_h: { readonly median: number; readonly worst: number } | undefined;
  /** By reason, most first; `waiting` for what still waited at the end. */
  readonly lost: readonly (readonly [Because | 'waiting', number])[];
  /** What took its place, most often first. */
  readonly by: readonly (readonly [string, number])[];
}

/** Each message of a scenario that lets people in, in the library's order, whether anybody should get it or not; campaigns count their own. */
export function messageReach(scenarios: readonly Scenario[], fates: readonly Fate[]): MessageReach[] {
  const byStep = Map.groupBy(fates, ({ scenario, step }) => `${scenario}/${step}`);
  const counted = scenarios.filter(({ trigger }) => !isOfCampaign(trigger));
  return counted.flatMap(({ id, kind, steps }) =>
    steps.filter(isMessage).map((step): MessageReach => {
      const all = byStep.get(`${id}/${step.id}`) ?? [];
      const got = all.filter((fate) => fate.got);
      const missed = all.filter((fate) => !fate.got);
      return {
        scenario: id,
        step: step.id,
        template: step.template,
        kind,
        should: all.length,
        got: got.length,
        later_h: laterOf(got),
        lost: timesEach(missed.map(({ because }) => because ?? 'waiting')),
        by: timesEach(missed.flatMap(({ by }) => by)),
      };
    }),
  );
}

function laterOf(got: readonly Fate[]): MessageReach['later_h'] {
  const hours = got

    .map(({ gotAt_ms, meantAt_ms }) => ((gotAt_ms ?? meantAt_ms) - meantAt_ms) / 3_600_000)
    .toSorted((a, b) => a - b);
  const worst = hours.at(-1);
  if (worst === undefined) return undefined;
  return { median: hours[Math.floor(hours.length / 2)] ?? 0, worst };
}

/** How often each comes, most often first, of two alike the one that came first. */
export function timesEach<One extends string>(all: readonly One[]): (readonly [One, number])[] {
  const groups = Map.groupBy(all, (one) => one);
  return [...groups].map(([one, those]) => [one, those.length] as const).toSorted((a, b) => b[1] - a[1]);
}
