/** Metrics as CloudWatch reads them out of a log: a line of its embedded metric format. */
import { type MetricName, metricsNamespace } from '../shared/ports/metric-names.ts';

/**
 * One line of counts, each published for the service alone: AWS's "Embedded Metric Format specification", which takes
 * at most 100 metrics a line.
 *
 * @param at_ms of the epoch, by the machine
 */
export function metricLine(service: string, counts: ReadonlyMap<MetricName, number>, at_ms: number): string {
  const published = {
    Namespace: metricsNamespace,
    Dimensions: [['service']],
    Metrics: [...counts.keys()].map((Name) => ({ Name, Unit: 'Count' })),
  };
  return JSON.stringify({
    _aws: { Timestamp: at_ms, CloudWatchMetrics: [published] },
    service,
    ...Object.fromEntries(counts),
  });
}
