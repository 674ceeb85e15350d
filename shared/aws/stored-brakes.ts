/** The brakes as their item holds them: every moment in milliseconds. */
import {
  type Brakes,
  type judgedOf,
  noBrakes,
  type OtherKind,
  type Pause,
  type Trip,
} from '../core/record/brakes.ts';
import type { Plain } from './dynamo-table.ts';
import { fromMilliseconds, milliseconds } from './epoch.ts';

interface StoredJudged {
  readonly breaker?: (Omit<Trip, 'at'> & { readonly at: number }) | undefined;
  readonly judgedFrom?: number | undefined;
}

type Judged = ReturnType<typeof judgedOf>;

type StoredPause = Pick<Pause, 'by' | 'because'> & {
  readonly since: number;
  readonly until?: number | undefined;
};

interface StoredBrakes extends StoredJudged {
  readonly paused?: Partial<Brakes['paused']>;
  readonly pauses?: Readonly<Record<string, StoredPause>> | undefined;
  readonly others?: Readonly<Partial<Record<OtherKind, StoredJudged>>> | undefined;
}

export function brakesOf(item: Plain | undefined): Brakes {
  const { paused, pauses, others, ...marketing } = (item ?? {}) as StoredBrakes;
  return {
    paused: { ...noBrakes.paused, ...paused },
    ...(pauses && { pauses: mapped(pauses, pauseOf) }),
    ...judgedIn(marketing),
    ...(others && { others: mapped(others, judgedIn) }),
  };
}

export function stored({ paused, pauses, others, ...marketing }: Brakes): Plain {
  // Named even where there is none: what is gone is taken from the item.
  const { breaker, judgedFrom } = storedJudged(marketing);
  return {
    paused,
    pauses: pauses && mapped(pauses, storedPause),
    breaker,
    judgedFrom,
    others: others && mapped(others, storedJudged),
  };
}

const judgedIn = ({ breaker, judgedFrom }: StoredJudged): Judged => ({
  ...(breaker && { breaker: { ...breaker, at: fromMilliseconds(breaker.at) } }),
  ...(judgedFrom !== undefined && { judgedFrom: fromMilliseconds(judgedFrom) }),
});

const storedJudged = ({ breaker, judgedFrom }: Judged): StoredJudged => ({
  ...(breaker && { breaker: { ...breaker, at: milliseconds(breaker.at) } }),
  ...(judgedFrom && { judgedFrom: milliseconds(judgedFrom) }),
});

const pauseOf = ({ by, because, since, until }: StoredPause): Pause => ({
  by,
  because,
  since: fromMilliseconds(since),
  ...(until !== undefined && { until: fromMilliseconds(until) }),
});

const storedPause = ({ since, until, ...words }: Pause): StoredPause => ({
  ...words,
  since: milliseconds(since),
  ...(until && { until: milliseconds(until) }),
});

function mapped<From, To>(
  values: Readonly<Partial<Record<string, From>>>,
  by: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, by(value)]])),
  );
}
