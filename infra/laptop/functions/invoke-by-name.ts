/** Invocations that somebody asks for, beside those of the queues, the sweep and the public links. */
import type { FunctionName, StackNames } from '../../stack/names.ts';
import type { InvokeByName } from '../services/lambda.ts';
import type { FunctionPool } from './function-pool.ts';
import type { Invocations } from './invocations.ts';

export function invokerByName(
  pools: Readonly<Record<FunctionName, FunctionPool>>,
  names: StackNames,
  invocations: Invocations,
  ended: () => void,
): InvokeByName {
  const byName = new Map(
    Object.entries(pools).map(([name, pool]) => [names.function(name as FunctionName) as string, pool]),
  );
  return (name, event, now_ms) => {
    const pool = byName.get(name);
    if (!pool) return undefined;
    if (pool.free === 0) return 'busy';
    const invocation = { now_ms, customers: new Set<string>(), othersMayGoAhead: false };
    invocations.begin(invocation);
    return pool.invoke(event, now_ms).then((outcome) => {
      invocations.end(invocation);
      ended();
      return outcome;
    });
  };
}
