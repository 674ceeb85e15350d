/** A store in the embedded cloud, and a folder of files to import into it by the command. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runImport } from '../../../../infra/operator/import/import-program.ts';
import { recoveredStore } from '../recovered-store.ts';
import { recordingTerminal } from '../terminal.ts';

/** Stop it at the end of the tests. */
export async function importingStore(startAt: string) {
  const store = await recoveredStore({ startAt, settings: { jitterMinutes: 0 } });
  const folder = mkdtempSync(path.join(tmpdir(), 'import-'));
  const at = (file: string) => path.join(folder, file);
  return {
    ...store,
    folder,
    at,
    write: (file: string, ...lines: readonly string[]) => writeFileSync(at(file), `${lines.join('\n')}\n`),
    async imported(kind: string, file: string, ...more: readonly string[]) {
      const terminal = recordingTerminal();
      const code = await runImport([kind, at(file), ...more, '--local', store.cloud.url, '--json'], terminal);
      const { out, err } = terminal.said;
      return { code, err, told: out ? JSON.parse(out) : undefined };
    },
    async stop(): Promise<void> {
      rmSync(folder, { recursive: true });
      await store.stop();
    },
  };
}

export type ImportingStore = Awaited<ReturnType<typeof importingStore>>;
