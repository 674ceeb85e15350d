import { defineConfig } from 'vitest/config';

/**
 * The suffix tells what a test needs beyond Node: `.alone.test.ts` a process of its own, since it replaces a module;
 * `.fork.test.ts` other processes, `.git.test.ts` git, `.synth.test.ts` the stack synthesised, `.contract.test.ts` a database,
 * `.wire.test.ts` the embedded cloud, `.sim.test.ts` much time for many steps, `.browser.test.ts` Chromium
 * (`npm run test:browser`, no part of `npm test`). What has none is pure, shares its process with the other pure ones, and is
 * what `npm run test:fast` runs. `test/tidy-tests.test.ts` holds it.
 */
const kinds = ['alone', 'fork', 'git', 'synth', 'contract', 'wire', 'sim', 'browser'];
const project = (name: string, include: string, exclude: string[] = []) => ({
  test: {
    name,
    include: [include],
    exclude,
    // A pure test leaves nothing behind, so each module is loaded once for all of them.
    isolate: name !== 'unit',
    testTimeout: 300_000,
    hookTimeout: 120_000,
    setupFiles: ['./test/support/instant-equality.ts', './test/support/check-stores.ts'],
  },
});

export default defineConfig({
  test: {
    // Two cores are enough for two: most tests only compute.
    maxWorkers: 2,
    reporters: ['default', './test/support/closing-line.ts'],
    projects: [
      project(
        'unit',
        'test/**/*.test.ts',
        kinds.map((kind) => `test/**/*.${kind}.test.ts`),
      ),
      ...kinds.map((kind) => project(kind, `test/**/*.${kind}.test.ts`)),
    ],
  },
});
