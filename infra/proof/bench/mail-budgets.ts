/**
 * What a mail may ask of AWS at most, everything shared out: as measured, and a twentieth more. A budget is raised only with its
 * reason in docs/decisions.md.
 */
import type { LibraryName } from './lab/play-bill.ts';

interface MailBudget {
  readonly requests: number;
  readonly timers: number;
  readonly writeUnits: number;
  readonly readUnits: number;
}

const measured: Readonly<Record<LibraryName, MailBudget>> = {
  default: { requests: 13.45, timers: 1.286, writeUnits: 5.85, readUnits: 7.26 },
  'all-on': { requests: 14.08, timers: 1.681, writeUnits: 6.54, readUnits: 9.84 },
  'two-stories': { requests: 16.69, timers: 0.973, writeUnits: 8.03, readUnits: 10.62 },
};

/** Where the design wants to come to: DESIGN's aims. */
const aims: Readonly<Partial<MailBudget>> = { requests: 10, timers: 1.3 };
const slack = 1.05;

const words: Readonly<Record<keyof MailBudget, string>> = {
  requests: 'requests',
  timers: 'timers',
  writeUnits: 'write units',
  readUnits: 'read units',
};

/** One line for each budget, and whether all are kept. */
export function judgedBudgets(
  library: LibraryName,
  perMail: MailBudget,
): { readonly lines: readonly string[]; readonly isKept: boolean } {
  const judged = (Object.keys(words) as (keyof MailBudget)[]).map((what) => {
    const most = measured[library][what] * slack;
    const aim = aims[what] === undefined ? '' : `, aim ${aims[what]}`;
    const isKept = perMail[what] <= most;
    const line = `${words[what]} ${perMail[what].toFixed(2)} (at most ${most.toFixed(2)}${aim})`;
    return { isKept, line: isKept ? line : `OVER ITS BUDGET: ${line}` };
  });
  return { lines: judged.map(({ line }) => line), isKept: judged.every(({ isKept }) => isKept) };
}
