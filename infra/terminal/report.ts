/** What a command tells: lines for a person, data for a program. */
export interface Report {
  readonly lines: readonly string[];
  readonly data: unknown;
  /** True when something of it failed: exit code 1. */
  readonly failed?: boolean;
}

/** Where commands write. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
}

export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

/** Writes a report and returns its exit code. */
export function printReport({ out }: Terminal, { lines, data, failed }: Report, json: boolean): number {
  out(json ? `${JSON.stringify(data, undefined, 2)}\n` : `${lines.join('\n')}\n`);
  return failed ? 1 : 0;
}
