/** Lines of JSON, as CloudWatch Logs searches them: what happened, and in which request. */
import type { Context } from 'aws-lambda';
import type { Clock } from '../shared/ports/clock.ts';

type Level = 'INFO' | 'WARN' | 'ERROR';

export interface JsonLog {
  /** What is written from now on belongs to this request. */
  begin(request: Pick<Context, 'awsRequestId'>): void;
  /** A field may have any name but those that every line has. */
  write(level: Level, message: string, fields?: object): void;
}

/** @param isQuiet only warnings and errors are written */
export function jsonLog(service: string, machine: Pick<Clock, 'now'>, isQuiet: boolean): JsonLog {
  let begun = 0;
  let request = {};
  return {
    begin({ awsRequestId }) {
      begun += 1;
      request = { cold_start: begun === 1, function_request_id: awsRequestId };
    },
    write(level, message, fields) {
      if (isQuiet && level === 'INFO') return;
      const timestamp = machine.now().toString({ smallestUnit: 'millisecond' });
      const always = { level, message, timestamp, service, ...request };
      const line = JSON.stringify({ ...always, ...fields, ...always });
      (level === 'INFO' ? process.stdout : process.stderr).write(`${line}\n`);
    },
  };
}
