/** Logs and metrics of a function: Powertools behind the ports. Of a batch's routine work one line, and one EMF line. */
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics as EmfMetrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { type MetricName, metricsNamespace } from '../shared/ports/metric-names.ts';
import type { Log, Metrics } from '../shared/ports/telemetry.ts';
import { RoutineWork } from './routine-work.ts';

export interface Telemetry {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** Writes what was done and counted since the last flush. Called once, at the end of each invocation. */
  flush(): void;
}

/**
 * @param service the deployment's prefix: tells the metrics of two stores in one account apart
 * @param isSilent metrics are not written; Powertools would make each line and then not print it
 */
export function telemetryOf(service: string, isSilent = false): Telemetry {
  const logger = new Logger({ serviceName: service });
  const counts = new Map<MetricName, number>();
  const work = new RoutineWork();
  return {
    logger,
    log: {
      did: (what, id) => work.did(what, id),
      info: (message, fields) => logger.info(message, { ...fields }),
      warn: (message, fields) => logger.warn(message, { ...fields }),
      error: (message, fields) => logger.error(message, { ...fields }),
    },
    metrics: {
      count(name, by = 1, scenario = undefined) {
        counts.set(name, (counts.get(name) ?? 0) + by);
        if (scenario !== undefined) work.counted(scenario, name, by);
      },
    },
    flush() {
      const line = work.take();
      if (line) logger.info('batch', { ...line });
      if (!isSilent && counts.size > 0) writeMetrics(service, counts);
      counts.clear();
    },
  };
}

function writeMetrics(service: string, counts: ReadonlyMap<MetricName, number>): void {
  const line = new EmfMetrics({ namespace: metricsNamespace, serviceName: service });
  for (const [name, count] of counts) line.addMetric(name, MetricUnit.Count, count);
  line.publishStoredMetrics();
}
