import { defineConfig } from 'vitest/config';

/** The suffix tells what a test needs: `.test.ts` Node alone, `.contract.test.ts` a database, `.wire.test.ts` the embedded cloud. */
const slow = ['contract', 'wire', 'sim', 'browser'];
const project = (name: string, include: string, extra: object = {}) => ({
  test: { name, include: [include], testTimeout: 60_000, hookTimeout: 120_000, ...extra },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', 'test/**/*.test.ts', { exclude: slow.map((kind) => `test/**/*.${kind}.test.ts`) }),
      project('contract', 'test/**/*.contract.test.ts'),
      project('wire', 'test/**/*.wire.test.ts'),
    ],
  },
});
