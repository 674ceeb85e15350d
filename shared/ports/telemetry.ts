/** The ports of logs and metrics. */
import type { MetricName } from './metric-names.ts';

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Ids and reasons only: no personal data. */
export interface Log {
  /**
   * Routine work, summed up into one line for each batch.
   *
   * @param what of a small vocabulary, such as "skipped no-consent": the line says how often
   * @param id of what must not be done twice; the line lists these
   */
  did(what: string, id?: string): void;
  /** What does not happen to every message: a line of its own, as have warnings and errors. */
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
}

/** Counters of the running batch: one EMF line at its end. What is counted by `scenario` stands in the line of the log. */
export interface Metrics {
  count(name: MetricName, by?: number, scenario?: string): void;
}
