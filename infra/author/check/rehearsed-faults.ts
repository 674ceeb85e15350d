/** Live messages that too few get of those who should, or that nobody has a way to: what only a rehearsal sees. */
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { isMessage, type MessageStep } from '../../../shared/core/language/steps.ts';
import { isOfCampaign } from '../../../shared/core/language/trigger.ts';
import { percent } from '../../terminal/percent.ts';
import type { Fate } from '../reach/fates.ts';
import { timesEach } from '../reach/reach-sums.ts';
import type { Rehearsal } from '../reach/rehearse-lives.ts';

export interface RehearsedFault {
  readonly rule: 'reach' | 'nobody';
  readonly scenario: Scenario;
  readonly step: string;
  readonly says: string;
}

/** In percent of those who should get it. */
const leastReach = { ofWhatMustNotBeLost: 98, ofAny: 70 };
/** Of fewer customers than this no share is told. */
const leastCustomers = 200;
const leastWhoShould = 20;
/** What was meant to go so late may still go after the end of what was played. */
const lateDays_ms = 14 * 86_400_000;

/**
 * @param live all scenarios that let people in, each in its newest version
 * @param weightOf how many customers of a store a life stands for
 */
export function rehearsedFaults(
  live: readonly Scenario[],
  rehearsals: readonly Rehearsal[],
  weightOf: (life: string) => number,
): RehearsedFault[] {
  if (rehearsals.length < leastCustomers)
    throw new RangeError(`Rehearse ${leastCustomers} customers or more: ${rehearsals.length} tell no share.`);
  const fates = rehearsals.flatMap(({ fates: those, until_ms }) =>
    those.filter((fate) => !mayStillGo(fate, until_ms) && !hasBought(fate)),
  );
  const byStep = Map.groupBy(
    fates.filter((fate) => !hasGivenPlace(fate, live)),
    ({ scenario, step }) => `${scenario}/${step}`,
  );
  const rehearsed = live.filter(({ trigger }) => !isOfCampaign(trigger));
  return rehearsed.flatMap((scenario) =>
    scenario.steps.filter(isMessage).flatMap((step): RehearsedFault[] => {
      const those = byStep.get(`${scenario.id}/${step.id}`) ?? [];
      const who = new Set(those.map(({ life, customer }) => `${life} ${customer}`)).size;
      const of = { scenario, step: step.id };
      if (who < leastWhoShould) return [{ rule: 'nobody', ...of, says: nobodySays(who, rehearsals.length) }];
      const says = reachSays(those, leastOf(scenario, step), weightOf);
      return says === undefined ? [] : [{ rule: 'reach', ...of, says }];
    }),
  );
}

const mayStillGo = ({ got, because, meantAt_ms }: Fate, until_ms: number): boolean =>
  !got && because === undefined && meantAt_ms > until_ms - lateDays_ms;

/** While it waited the customer did what it was for. */
const hasBought = ({ got, because }: Fate): boolean => !got && because === 'goal-met';

/** Another is meant to take its place, and did. */
function hasGivenPlace({ got, scenario, because, by }: Fate, live: readonly Scenario[]): boolean {
  if (got || (because !== 'group-running' && because !== 'replaced')) return false;
  const replacing = live.filter(({ replaces }) => replaces?.includes(scenario)).map(({ id }) => id);
  return because === 'replaced' || (by.length > 0 && by.every((id) => replacing.includes(id)));
}

/** Order mail, and what was promised. */
const leastOf = ({ kind }: Scenario, { coupon, content }: MessageStep): number =>
  kind === 'transactional' || coupon !== undefined || content === 'offer'
    ? leastReach.ofWhatMustNotBeLost
    : leastReach.ofAny;

const nobodySays = (who: number, of: number): string =>
  `${who === 0 ? 'nobody here would ever get it' : `${who} of ${of} rehearsed customers should get it, fewer than ${leastWhoShould}`}: ` +
  'look whether a way leads to it, or write a life that it is for (docs/reach.md)';

function reachSays(
  fates: readonly Fate[],
  least: number,
  weightOf: (life: string) => number,
): string | undefined {
  const weigh = (those: readonly Fate[]) => those.reduce((sum, { life }) => sum + weightOf(life), 0);
  const should = weigh(fates);
  const got = weigh(fates.filter((fate) => fate.got));
  if (100 * got >= least * should) return undefined;
  const missed = fates.filter((fate) => !fate.got);
  const lost = named(missed.map(({ because }) => because ?? 'never let in'));
  const by = named(missed.flatMap((fate) => fate.by));
  return (
    `${percent(got, should)} of those who should get it do, and ${least} % is the least: lost by ${lost}` +
    `${by === '' ? '' : `; what went instead: ${by}`}. Let it wait longer, give it another day or a higher rank, ` +
    'or let the others of its group wait for it'
  );
}

const named = (words: readonly string[]): string =>
  timesEach(words)
    .slice(0, 3)
    .map(([word, times]) => `${word} ${times}`)
    .join(', ');
