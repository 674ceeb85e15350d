/** A terminal that keeps what was written to it. */
import type { Terminal } from '../../../infra/terminal/report.ts';

export function recordingTerminal(): Terminal & { said: { out: string; err: string } } {
  const said = { out: '', err: '' };
  return {
    said,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  };
}
