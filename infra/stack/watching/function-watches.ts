/** What somebody is told about the functions and the limits of the services around them. */
import { timeout_s } from '../event-sources.ts';
import type { FunctionName } from '../names.ts';
import type { Measures } from './measures.ts';
import type { Watch } from './watch.ts';

const functionNames = Object.keys(timeout_s) as FunctionName[];

/** A batch handler fails as a whole only when it cannot begin, or runs out of time. */
export function functionWatches(measures: Measures): Watch[] {
  return functionNames.flatMap((name): Watch[] => [
    {
      id: `${name}-errors`,
      entry: 'function-errors',
      says: `${name} has failed as a whole in two of the last three quarters of an hour.`,
      metric: measures.errors(name, 15),
      atLeast: 1,
      spans: [2, 3],
    },
    {
      id: `${name}-duration`,
      entry: 'function-durations',
      says: `${name} has needed 80 % of its ${timeout_s[name]} s in two of the last three quarters of an hour.`,
      metric: measures.duration_ms(name, 15),
      atLeast: 0.8 * 1000 * timeout_s[name],
      spans: [2, 3],
    },
  ]);
}

/** A few throttles an hour are the services' daily life, and are tried again; many, again and again, are a limit. */
export function throttleWatches(measures: Measures): Watch[] {
  const spans = [2, 3] as const;
  return [
    {
      id: 'lambda-throttled',
      entry: 'throttled-lambda',
      says: 'Lambda has had no room for our functions in two of the last three quarters of an hour.',
      metric: measures.functionThrottles(functionNames, 15),
      atLeast: 10,
      spans,
    },
    {
      id: 'table-throttled',
      entry: 'throttled-table',
      says: 'DynamoDB has turned away reads or writes in two of the last three quarters of an hour.',
      metric: measures.tableThrottles(15),
      atLeast: 10,
      spans,
    },
    {
      id: 'scheduler-throttled',
      entry: 'throttled-scheduler',
      says: 'Scheduler has had to delay timers in two of the last three quarters of an hour.',
      metric: measures.timers('InvocationThrottleCount', 15),
      atLeast: 10,
      spans,
    },
  ];
}
