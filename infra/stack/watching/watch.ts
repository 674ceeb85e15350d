import type { IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';

/** One thing that somebody wants to be told. */
export interface Watch {
  /** The alarm's name after that of the deployment. */
  readonly id: string;
  /** The heading of its entry in docs/runbook.md, as an anchor. */
  readonly entry: string;
  readonly says: string;
  readonly metric: IMetric;
  readonly atLeast: number;
  /** Rings below the number instead. */
  readonly below?: true;
  /** Rings when so many of the last so many spans were bad; one of one unless given. */
  readonly spans?: readonly [bad: number, of: number];
  /** What no value means: all is well, unless given. */
  readonly silence?: TreatMissingData;
}
