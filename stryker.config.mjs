/** Mutation testing of one room; `npm run mutation` (test/mutation/mutation.ts) names it and does one after the other. */
import { readFileSync } from 'node:fs';

const room = process.env.MUTATED_ROOM ?? 'core/values';
/** Files of the room, where not all of it is mutated. */
const part = process.env.MUTATED_FILES;
const kept = JSON.parse(readFileSync('test/mutation/scores.json', 'utf8'));
const reports = `reports/mutation/${room.replace('/', '-')}${part ? '-part' : ''}`;

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  // The sandbox needs no tsconfig.json of its own, and TypeScript 7 has no interface yet to rewrite it with.
  tsconfigFile: 'none',
  mutate: [part ?? `shared/${room}/**/*.ts`],
  ignorePatterns: ['/docs', '/.github', '/cdk.out', '/reports'],
  concurrency: 2,
  warnings: { slow: false },
  incremental: true,
  incrementalFile: `${reports}-incremental.json`,
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: `${reports}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // The ratchet: the score that a room once reached is the least it must have.
  thresholds: { high: 90, low: 75, break: part ? null : (kept[room] ?? null) },
};
