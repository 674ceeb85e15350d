/** What operators do in the simulation, they do as AWS lets them. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { storeOf } from './store.ts';

const startAt = Temporal.Instant.from('2027-10-20T00:00:00Z');
const day_ms = 86_400_000;
/** Of the queues for dead letters in `infra/stack/queues.ts`. */
const kept_days = 14;

test('no dead letter lies longer than its queue would keep it', async () => {
  const options = { seed: 1, customers: 1, days: 40, faults: [], scenarios: 'shipped' } as const;
  const { kernel, operators, queues } = storeOf(options, startAt);
  operators.plan(kernel.now_ms, options.days);
  const end_ms = kernel.now_ms + (options.days - kept_days) * day_ms;
  const buried: number[] = [];
  for (let at_ms = kernel.now_ms + day_ms / 2; at_ms < end_ms; at_ms += day_ms) {
    kernel.at(at_ms, 'a letter dies', () => queues.marketing.bury('{}', `died at ${at_ms}`));
  }
  kernel.afterStep = () => {
    for (const { reason } of queues.marketing.dead) {
      const since_ms = Number(/died at (\d+)/.exec(reason)?.[1] ?? kernel.now_ms);
      buried.push(kernel.now_ms - since_ms);
    }
  };
  await kernel.run(end_ms, () => false);
  expect(Math.max(...buried)).toBeGreaterThan(0);
  expect(Math.max(...buried)).toBeLessThan(kept_days * day_ms);
});
