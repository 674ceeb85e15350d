/** How a scenario nobody wrote and its messages stand among others: drawn apart, so that no other draw depends on it. */
import type { Scenario } from '../../shared/core/language/scenario.ts';
import type { MessageStep, Step } from '../../shared/core/language/steps.ts';
import { isMessage } from '../../shared/core/language/steps.ts';
import type { Random } from './random.ts';

export function withStanding(steps: readonly Step[], random: Random): Step[] {
  const own = random.fork('standing');
  return steps.map((step, i) => {
    if (!isMessage(step) || !step.content) return step;
    const before = steps.slice(0, i).filter((one) => one.kind === 'send');
    const said = standing(own, withCampaign(step, random), before);
    return step.kind === 'send' ? { ...step, ...said } : { ...step, ...said };
  });
}

/** What becomes of an entry while another of the group runs. */
export function takenGroup(
  { group, kind }: Pick<Scenario, 'group' | 'kind'>,
  random: Random,
): Pick<Scenario, 'whenTaken'> {
  if (group === undefined) return {};
  const own = random.fork('taken');
  const choices =
    kind === 'marketing' ? (['wait', 'wait', 'replace', 'skip'] as const) : (['replace', 'skip'] as const);
  return { whenTaken: own.pick(choices) };
}

/** A store has more than one. */
function withCampaign({ id, coupon }: MessageStep, random: Random): Pick<MessageStep, 'coupon'> {
  if (!coupon) return {};
  const campaign = random.fork(`campaign of ${id}`).pick(['sim', 'sim-2', 'sim-3']);
  return { coupon: { ...coupon, campaign } };
}

type Said = Pick<
  MessageStep,
  'place' | 'asks' | 'needs' | 'patience' | 'promised' | 'atOnce' | 'afterOffer' | 'coupon'
>;

function standing(own: Random, { coupon }: Pick<MessageStep, 'coupon'>, before: readonly Step[]): Said {
  const needed = before.length > 0 && own.chance(0.25) ? own.pick(before).id : undefined;
  return {
    ...(own.chance(0.3) && { place: own.pick(['must', 'may'] as const) }),
    ...(own.chance(0.2) && { asks: true as const }),
    ...(needed !== undefined && { needs: own.chance(0.3) ? [needed, own.pick(before).id] : needed }),
    ...(own.chance(0.3) && { patience: { days: own.int(1, 10) } }),
    ...(own.chance(0.1) && { promised: true as const }),
    ...(own.chance(0.1) && { atOnce: true as const }),
    ...(own.chance(0.1) && { afterOffer: { days: own.int(1, 20) } }),
    ...(coupon && { coupon: own.chance(0.2) ? { ...coupon, apart: true as const } : coupon }),
  };
}
