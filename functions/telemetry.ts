/** Logs and metrics of a function: Powertools behind the ports, one EMF line for each scenario of a batch. */
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics as EmfMetrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Log, Metrics } from '../shared/world.ts';

export const metricsNamespace = 'Tsunagu';

export interface Telemetry {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** Writes what was counted since the last flush. Called once, at the end of each invocation. */
  flush(): void;
}

/** @param service the deployment's prefix: tells the metrics of two stores in one account apart */
export function telemetry(service: string): Telemetry {
  const logger = new Logger({ serviceName: service });
  const counts = new Map<string, Map<string, number>>();
  return {
    logger,
    log: {
      info: (message, fields) => logger.info(message, { ...fields }),
      warn: (message, fields) => logger.warn(message, { ...fields }),
      error: (message, fields) => logger.error(message, { ...fields }),
    },
    metrics: {
      count(name, by = 1, scenario = '') {
        const ofScenario = counts.get(scenario) ?? new Map<string, number>();
        ofScenario.set(name, (ofScenario.get(name) ?? 0) + by);
        counts.set(scenario, ofScenario);
      },
    },
    flush() {
      for (const [scenario, ofScenario] of counts) writeLine(service, scenario, ofScenario);
      counts.clear();
    },
  };
}

function writeLine(service: string, scenario: string, counts: ReadonlyMap<string, number>): void {
  const line = new EmfMetrics({ namespace: metricsNamespace, serviceName: service });
  if (scenario) line.addDimension('scenario', scenario);
  for (const [name, count] of counts) line.addMetric(name, MetricUnit.Count, count);
  line.publishStoredMetrics();
}
