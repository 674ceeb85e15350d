/** Logs and metrics of a function: of a batch's routine work one line, and one of its metrics. */
import type { Clock } from '../shared/ports/clock.ts';
import type { MetricName } from '../shared/ports/metric-names.ts';
import type { Log, Metrics } from '../shared/ports/telemetry.ts';
import { type JsonLog, jsonLog } from './json-log.ts';
import { metricLine } from './metric-line.ts';
import { RoutineWork } from './routine-work.ts';

export interface Telemetry {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly begin: JsonLog['begin'];
  /** Writes what was done and counted since the last flush. Called once, at the end of each invocation. */
  flush(): void;
}

/**
 * @param service the deployment's prefix: tells the metrics of two stores in one account apart
 * @param machine what time lines are of: CloudWatch keeps no metrics of another day
 * @param isQuiet only warnings and errors are written
 */
export function telemetryOf(service: string, machine: Pick<Clock, 'now'>, isQuiet = false): Telemetry {
  const lines = jsonLog(service, machine, isQuiet);
  const counts = new Map<MetricName, number>();
  const work = new RoutineWork();
  return {
    begin: lines.begin,
    log: {
      did: (what, id) => work.did(what, id),
      info: (message, fields) => lines.write('INFO', message, fields),
      warn: (message, fields) => lines.write('WARN', message, fields),
      error: (message, fields) => lines.write('ERROR', message, fields),
    },
    metrics: {
      count(name, by = 1, scenario = undefined) {
        counts.set(name, (counts.get(name) ?? 0) + by);
        if (scenario !== undefined) work.counted(scenario, name, by);
      },
    },
    flush() {
      const done = work.take();
      if (done) lines.write('INFO', 'batch', done);
      if (!isQuiet && counts.size > 0) {
        const line = metricLine(service, counts, machine.now().epochMilliseconds);
        process.stdout.write(`${line}\n`);
      }
      counts.clear();
    },
  };
}
