import { expect, test } from 'vitest';
import { newnessOf } from '../../../../shared/core/facts/event-identity.ts';
import { thinned } from '../../../../shared/core/facts/orders/old-orders.ts';
import { parcelHasSeen } from '../../../../shared/core/facts/orders/parcel.ts';
import { withoutShown } from '../../../../shared/core/facts/product-sign-facts.ts';
import { tidied } from '../../../../shared/core/facts/tidy-record.ts';
import { at, delivered, placed, shipped } from '../../../support/events.ts';
import { storeWith } from '../../../support/given.ts';
import { afterParcel, transactional } from '../../../support/scenarios.ts';

const store = storeWith([transactional(), afterParcel]);
const day = (date: string) => `${date} 12:00`;
const given = store.given(
  placed('o-1', day('2026-03-02')),
  shipped('o-1', day('2026-03-03'), 's-1'),
  delivered('o-1', day('2026-03-05'), 's-1'),
);
const { customer } = given
  .when(delivered('o-1', day('2026-03-05'), 's-1'))
  .then({ because: 'duplicate-event' });
const ended = { ...customer, enrolments: [] };
const around = (date: string) => store.around(at(day(date)));

test('an order is whole for more than the year that sums ask for, and as long as something about it runs', () => {
  expect(thinned(ended, around('2027-04-08'))).toBe(ended.orders);
  const running = { ...ended, enrolments: customer.enrolments.map((one) => ({ ...one, ended: undefined })) };
  expect(running.enrolments.some(({ order }) => order === 'o-1')).toBe(true);
  expect(thinned(running, around('2028-01-01'))).toBe(running.orders);
});

test('of an old order stays that it was placed and when, and every event of it is a repeat', () => {
  const old = tidied(ended, around('2027-04-10'));
  const [order] = old.orders;
  expect(order).toMatchObject({ id: 'o-1', placedAt: at(day('2026-03-02')), at: at(day('2026-03-05')) });
  expect(order?.seen).toEqual(['OrderPlaced', 'OrderShipped:*', 'OrderDelivered:*']);
  expect([order?.total, order?.shippedAt, order?.deliveredAt]).toEqual([undefined, undefined, undefined]);
  for (const told of [shipped('o-1', day('2026-03-03'), 's-1'), delivered('o-1', day('2026-03-05'), 's-2')])
    expect(newnessOf(told, old)).toBe('duplicate-event');
  expect(newnessOf(placed('o-1', day('2026-03-02')), old)).toBe('duplicate-event');
  expect(parcelHasSeen(order, 'OrderDelivered', 's-1')).toBe(true);
  expect(tidied(old, around('2027-04-11')).orders).toEqual(old.orders);
});

test('a look at what was bought keeps no name: no message shows it', () => {
  const look = {
    productId: 'p-1',
    at: at(day('2026-03-02')),
    times: 2,
    name: 'jar',
    category: 'glass',
    url: 'u',
  };
  const views = [look, { ...look, productId: 'p-2' }];
  const owned = [{ productId: 'p-1', at: at(day('2026-03-01')) }];
  const [bought, other] = withoutShown({ views, owned });
  expect(bought).toEqual({ ...look, name: undefined, url: undefined });
  expect(other).toBe(views[1]);
  expect(withoutShown({ views, owned: [] })).toBe(views);
});
