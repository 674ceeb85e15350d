/** Calls the sweep every quarter of an hour of the cloud's time, when it or a round that it begins may find somebody. */
import { randomUUID } from 'node:crypto';
import { sweepEvery_minutes } from '../../stack/event-sources.ts';
import type { StackNames } from '../../stack/names.ts';
import { accountId, arn, region } from '../arns.ts';
import { wholeSeconds } from '../bus/bus.ts';
import { mailThatCameBack, type SweepWatch } from '../table/sweep-watch.ts';
import type { SweepMoment } from '../time/stepper.ts';
import type { FunctionPool } from './function-pool.ts';
import type { Invocations } from './invocations.ts';

export interface SweepParts {
  readonly pool: FunctionPool;
  readonly watch: SweepWatch;
  readonly invocations: Invocations;
  readonly names: StackNames;
  readonly store: string;
  readonly ended: () => void;
}

const every_ms = sweepEvery_minutes * 60_000;

/** Source: EventBridge user guide, events of scheduled rules. */
function scheduledEvent(names: StackNames, at_ms: number) {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: accountId,
    time: wholeSeconds(at_ms),
    region,
    resources: [arn('events', `rule/${names.sweepRule}`)],
    detail: {},
  };
}

export function sweepCaller({ pool, watch, invocations, names, store, ended }: SweepParts): SweepMoment {
  let last_ms = Number.NEGATIVE_INFINITY;
  const partition = `C#${store}#`;
  const isAtWork = (key: string) => invocations.isBusy(key.slice(partition.length));
  return {
    next_ms() {
      if (pool.free === 0) return undefined;
      const earliest_ms = watch.earliest_ms(isAtWork);
      if (earliest_ms === undefined) return undefined;
      return Math.ceil(Math.max(earliest_ms, last_ms + 1) / every_ms) * every_ms;
    },
    run(at_ms) {
      last_ms = at_ms;
      watch.note(mailThatCameBack, undefined);
      const invocation = { now_ms: at_ms, customers: new Set<string>(), othersMayGoAhead: false };
      invocations.begin(invocation);
      void pool.invoke(scheduledEvent(names, at_ms), at_ms).then(() => {
        invocations.end(invocation);
        ended();
      });
    },
  };
}
