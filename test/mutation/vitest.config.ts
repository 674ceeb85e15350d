/** Whom a mutant is shown to: the pure tests of its own room, so that each room is held by those beside it. */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    include: [`test/${process.env.MUTATED_ROOM ?? 'core/values'}/**/*.test.ts`],
    exclude: ['test/**/*.{alone,fork,git,synth,contract,wire,sim,browser}.test.ts'],
    // Each mutant is a run of its own; within it the modules are loaded once.
    isolate: false,
    testTimeout: 300_000,
    setupFiles: ['./test/support/instant-equality.ts'],
  },
});
