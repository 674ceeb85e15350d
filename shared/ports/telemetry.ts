/** The ports of logs and metrics. */
import type { MetricName } from './metric-names.ts';

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Ids and reasons only: no personal data. */
export interface Log {
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
}

/** Counters of the running batch; one EMF line for each scenario at its end. */
export interface Metrics {
  count(name: MetricName, by?: number, scenario?: string): void;
}
