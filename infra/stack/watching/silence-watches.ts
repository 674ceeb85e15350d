/** What somebody is told where nothing happens that should: silence looks like peace on every other alarm. */
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { type Asking, answersOrders } from '../../../shared/core/language/profile-events.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { Measures } from './measures.ts';
import type { Watch } from './watch.ts';

export interface Silence {
  /** So many hours without an event are told; a store that is tried out may be idle as long as it likes. */
  readonly events_hours: number | undefined;
  /** Whether an order leads to a message at once. */
  readonly ordersAreAnswered: boolean;
}

const production_hours = 24;

export function silenceOf(
  { stage, silenceHours, scenarios: switches }: Pick<Settings, 'stage' | 'silenceHours' | 'scenarios'>,
  { scenarios }: Asking,
): Silence {
  const answering = scenarios.filter((scenario) => answersOrders(scenario, switches));
  return {
    events_hours: silenceHours ?? (stage === 'production' ? production_hours : undefined),
    ordersAreAnswered: answering.length > 0,
  };
}

export function silenceWatches(measures: Measures, { events_hours, ordersAreAnswered }: Silence): Watch[] {
  const silent = { atLeast: 1, below: true, silence: TreatMissingData.BREACHING } as const;
  return [
    {
      id: 'sweep-not-running',
      entry: 'sweep-not-running',
      says: 'For an hour the sweep has not run: order mail whose timer is lost is found by nobody.',
      metric: measures.runs('reconcile', 15),
      spans: [4, 4],
      ...silent,
    },
    ...(events_hours === undefined
      ? []
      : [
          {
            id: 'no-events',
            entry: 'no-events',
            says: `For ${events_hours} hours no event of the storefront has come.`,
            metric: measures.ours('EventTaken', 60),
            spans: [events_hours, events_hours] as const,
            ...silent,
          },
        ]),
    ...(ordersAreAnswered
      ? [
          {
            id: 'orders-unanswered',
            entry: 'orders-unanswered',
            says: 'For two hours orders have come, and no message was sent, held or left out.',
            metric: measures.ordersUnanswered(60),
            atLeast: 1,
            spans: [2, 2] as const,
          },
        ]
      : []),
  ];
}
