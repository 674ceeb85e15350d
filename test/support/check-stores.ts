/** Asks the stores of a test, when it is over, whether all that they took in came through. */
import { afterEach } from 'vitest';
import { atTestEnd } from './at-test-end.ts';

afterEach(() => {
  const checks = [...atTestEnd];
  atTestEnd.clear();
  for (const check of checks) check();
});
