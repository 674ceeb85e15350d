import { expect, test } from 'vitest';
import { playOneCustomer } from '../../../../infra/proof/load/one-customer.ts';

test('orders that one record cannot hold at once are put back as new messages, and each is thanked for once', async () => {
  const went = await playOneCustomer(150, 1);
  expect(went).toMatchObject({ thanked: 150, twice: 0, deadLetters: 0 });
  expect(went.putBack).toBeGreaterThan(0);
  // A message that was put back is a new one: it comes no nearer to the dead letters.
  expect(went.receives).toEqual({ most: 1, allowed: 5 });
});
