import { expect, test } from 'vitest';
import { whose } from '../../../../infra/operator/customer/who.ts';
import { mei, storeWithGuests } from '../../../support/guests.ts';
import { orderOf } from '../../../support/storefront.ts';

const target = { called: 'mori-test' };

test('a guest is found by the address, beside the account that has it too', async () => {
  const store = await storeWithGuests([]);
  await store.tell('OrderPlaced', { customer: { email: mei, acceptsMarketing: true }, ...orderOf('o-1') });
  await store.tell('CustomerRegistered', { customer: { id: 'c-1', email: mei } });
  const { lines } = await whose(target, store.engine, 'Mei <MEI@example.com>');
  expect(lines).toEqual([
    'mori-test',
    'c-1  account',
    `${store.lead()}  guest, reads tips, offers, news, surveys, events`,
  ]);
  await expect(whose(target, store.engine, 'nobody@example.com')).rejects.toThrow('knows nobody');
});
