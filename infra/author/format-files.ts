import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { OperatorRefusal } from '../terminal/refusal.ts';

/** Written files in the house's form, so that `npm run lint` has nothing to say of them. */
export function formatFiles(root: string, files: readonly string[]): void {
  const program = path.join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const words = ['check', '--write', '--vcs-enabled=false', ...files];
  const { status, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new OperatorRefusal(
      `The files are written, and the formatter refuses them; run "npm run format".\n${stderr}`,
    );
  }
}
