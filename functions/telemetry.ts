/** Logs and metrics of a function: Powertools' logger behind the port. Of a batch's routine work one line, and one EMF line. */
import { Logger } from '@aws-lambda-powertools/logger';
import type { Clock } from '../shared/ports/clock.ts';
import type { MetricName } from '../shared/ports/metric-names.ts';
import type { Log, Metrics } from '../shared/ports/telemetry.ts';
import { metricLine } from './metric-line.ts';
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
 * @param machine what time metrics are of: CloudWatch keeps none of another day
 * @param isSilent metrics are not written
 */
export function telemetryOf(service: string, machine: Pick<Clock, 'now'>, isSilent = false): Telemetry {
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
      const done = work.take();
      if (done) logger.info('batch', { ...done });
      if (!isSilent && counts.size > 0) {
        const line = metricLine(service, counts, machine.now().epochMilliseconds);
        process.stdout.write(`${line}\n`);
      }
      counts.clear();
    },
  };
}
