import type { Log, Metrics } from '../ports/telemetry.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: Readonly<Record<string, string | number | boolean | undefined>>;
}

/** `log` in memory; `lines` are the newest `keep` of them, oldest first. */
export function memoryLog(keep: number): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const write =
    (level: LogLine['level']): Log['info'] =>
    (message, fields = {}) => {
      lines.push({ level, message, fields });
      // Dropped by the half: dropping one by one would move the whole list for each line.
      if (lines.length > 2 * keep) lines.splice(0, lines.length - keep);
    };
  return {
    lines,
    did: (what, id) => write('info')(what, { id }),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };
}

/** `metrics` in memory. `of` gives a counter's sum, of one scenario or of all. */
export function memoryMetrics(): Metrics & { of(name: string, scenario?: string): number } {
  const sums = new Map<string, number>();
  const add = (key: string, by: number) => sums.set(key, (sums.get(key) ?? 0) + by);
  return {
    count(name, by = 1, scenario) {
      add(name, by);
      if (scenario !== undefined) add(`${name}\n${scenario}`, by);
    },
    of: (name, scenario) => sums.get(scenario === undefined ? name : `${name}\n${scenario}`) ?? 0,
  };
}
