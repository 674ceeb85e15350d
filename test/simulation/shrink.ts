/** Makes a failing run small: fewer customers, fewer days, fewer kinds of faults, as long as the same promise breaks. */
import type { Violation } from './oracle-parts.ts';
import { type SimulationOptions, simulate, startAt } from './simulation.ts';

const day_ms = 86_400_000;
const mostRuns = 60;

export interface Shrunk {
  readonly options: SimulationOptions;
  readonly violation: Violation;
  readonly runs: number;
}

export async function shrink(options: SimulationOptions, violation: Violation): Promise<Shrunk> {
  let best: Shrunk = { options, violation, runs: 0 };
  let runs = 0;
  const attempt = async (change: Partial<SimulationOptions>): Promise<void> => {
    if (runs >= mostRuns) return;
    runs += 1;
    const smaller = { ...best.options, ...change };
    const { violation: found } = await simulate(smaller);
    if (found?.invariant === violation.invariant) best = { options: smaller, violation: found, runs };
  };
  const named = /\bc-\d+\b/.exec(violation.detail)?.[0];
  if (named !== undefined) await attempt({ only: [named] });
  const broke_ms = Date.parse(violation.at) - startAt.epochMilliseconds;
  const days = Math.ceil(broke_ms / day_ms) + 1;
  if (days < options.days) await attempt({ days });
  for (let less = best.options.days; less > 1; less = Math.floor(less / 2)) {
    const before = best.options.days;
    await attempt({ days: Math.max(1, Math.floor(before / 2)) });
    if (best.options.days === before) break;
  }
  for (const fault of options.faults) {
    await attempt({ faults: best.options.faults.filter((other) => other !== fault) });
  }
  return { ...best, runs };
}

/** The one line that plays it again. */
export function commandFor({ seed, customers, days, faults, scenarios, only }: SimulationOptions): string {
  const who = only ? ` --only ${only.join(',')}` : '';
  const which = faults.length === 0 ? 'none' : faults.join(',');
  return `npm run sim -- --seed ${seed} --customers ${customers}${who} --days ${days} --scenarios ${scenarios} --faults ${which} --steps 1`;
}
