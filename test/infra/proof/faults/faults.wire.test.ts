import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { DatabaseKind } from '../../../../infra/laptop/table/database.ts';
import type { FaultsOptions } from '../../../../infra/proof/faults/options.ts';
import { runFaults } from '../../../../infra/proof/faults/run.ts';
import type { FaultSummary } from '../../../../infra/proof/faults/summary.ts';

/** Half a minute each on a machine that does nothing else. */
const patience_ms = 300_000;

async function faults(options: Partial<FaultsOptions>) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const chosen = { customers: 3, seed: 10, database: 'dynalite', ...options } as const;
  const code = await runFaults(chosen, { out, err }, new AbortController().signal);
  out.end();
  err.end();
  return { code, out: await text(out), err: await text(err) };
}

function contractHolds(database: DatabaseKind) {
  test(
    'under faults nothing is lost and nothing goes twice but for what is counted',
    async () => {
      const until = Temporal.PlainDate.from('2015-03-31');
      const { code, out, err } = await faults({ database, until, json: true });
      const summary = JSON.parse(out) as FaultSummary;
      const { broken, comparison } = summary;
      expect({ code, err, broken }).toEqual({ code: 0, err: '', broken: [] });
      expect(comparison).toMatchObject({ lost: [], twice: [], different: [], records: [] });
      expect(comparison.touchpoints.with).toBe(comparison.touchpoints.without);
      expect(Object.keys(summary.dealt).length).toBeGreaterThan(5);
      expect(summary.kills).toBeGreaterThan(0);
      expect(summary.withFaults.failedInvocations).toBeGreaterThanOrEqual(summary.kills);
    },
    patience_ms,
  );
}

// On Amazon's DynamoDB Local: npm run faults -- --database dynamodb-local.
describe('dynalite', () => contractHolds('dynalite'));

test('the likelihood of each fault is printed first, and what became of the mails last', async () => {
  const { code, out } = await faults({ customers: 1, until: Temporal.PlainDate.from('2014-12-31') });
  expect(code).toBe(0);
  expect(out).toMatch(/^faults, % \(seed 10\) +kill-before +kill-after/);
  expect(out).toMatch(/\nlost +0 +0\ntwice +0 +0\n/);
  expect(out).toMatch(/\nThe delivery contract held: .*\n$/);
});
