import { defineConfig } from 'vitest/config';

/**
 * The suffix tells what a test needs: `.test.ts` Node alone, `.contract.test.ts` a database, `.wire.test.ts` the
 * embedded cloud, `.sim.test.ts` much time for many steps, `.browser.test.ts` Chromium (`npm run test:browser`, no part of `npm test`).
 */
const slow = ['contract', 'wire', 'sim', 'browser'];
const project = (name: string, include: string, exclude: string[] = []) => ({
  test: {
    name,
    include: [include],
    exclude,
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
        slow.map((kind) => `test/**/*.${kind}.test.ts`),
      ),
      project('contract', 'test/**/*.contract.test.ts'),
      project('wire', 'test/**/*.wire.test.ts'),
      project('sim', 'test/**/*.sim.test.ts'),
      project('browser', 'test/**/*.browser.test.ts'),
    ],
  },
});
