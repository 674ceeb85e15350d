import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { steadyBus } from '../../../../infra/proof/faults/steady-bus.ts';

const at = Temporal.Instant.from('2026-01-10T10:00:00Z');
const entries = [{ at, source: 'storefront', detailType: 'OrderPlaced', detail: '{}' }];

test('the storefront puts again what the bus did not answer or throttled, and takes a refusal as it is', async () => {
  const answers = [new Error('reset'), ['ThrottlingException: Rate exceeded'], ['MalformedDetail: no']];
  const bus = steadyBus({
    async put() {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer ?? [];
    },
  });
  expect(await bus.put(entries)).toEqual(['MalformedDetail: no']);
  expect(answers).toEqual([]);
});

test('the storefront gives up on a bus that never answers', async () => {
  const bus = steadyBus({ put: () => Promise.reject(new Error('reset')) });
  await expect(bus.put(entries)).rejects.toMatchObject({ code: 'BUS_UNREACHABLE' });
});
