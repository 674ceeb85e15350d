/** How much one customer hears: letters a week, offers, and requests for an answer. */
import { Temporal } from 'temporal-polyfill';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { isMessage, type MessageStep } from '../../../shared/core/language/steps.ts';
import type { RecordedTouchpoint } from '../../../shared/core/record/touchpoint.ts';

export interface Attention {
  readonly customer: string;
  readonly letters: number;
  /** Of the week with most. */
  readonly mostInAWeek: number;
  readonly offers: number;
  /** Messages that ask a survey's question. */
  readonly asks: number;
}

/** Of the marketing messages that went; order mail is not timesEach. */
export function attentionOf(
  life: string,
  touchpoints: readonly RecordedTouchpoint[],
  scenarios: readonly Scenario[],
): Attention[] {
  const stepOf = stepsByName(scenarios);
  const letters = touchpoints.filter(({ state, kind }) => state === 'sent' && kind === 'marketing');
  return [...Map.groupBy(letters, ({ customer }) => customer)].map(([customer, those]) => {
    const steps = those.map(({ scenario, version, step }) => stepOf.get(`${scenario}@${version}/${step}`));
    return {
      customer: `${life} ${customer}`,
      letters: those.length,
      mostInAWeek: mostInAWeek(those.map(({ at }) => at)),
      offers: steps.filter((step) => step?.content === 'offer').length,
      asks: steps.filter((step) => step?.survey !== undefined).length,
    };
  });
}

function stepsByName(scenarios: readonly Scenario[]): ReadonlyMap<string, MessageStep> {
  return new Map(
    scenarios.flatMap(({ id, version, steps }) =>
      steps.filter(isMessage).map((step) => [`${id}@${version}/${step.id}`, step] as const),
    ),
  );
}

function mostInAWeek(moments: readonly Temporal.Instant[]): number {
  const sorted = moments.toSorted(Temporal.Instant.compare);
  const within = (from: Temporal.Instant) => {
    const end = from.add({ hours: 24 * 7 });
    return sorted.filter(
      (at) => Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, end) < 0,
    );
  };
  return Math.max(0, ...sorted.map((from) => within(from).length));
}
