import { expect, test } from 'vitest';
import { purposeTold } from '../../../../shared/core/facts/orders/purpose-told.ts';
import {
  goesToOther,
  isHandedOver,
  isOwnPurchase,
} from '../../../../shared/core/record/orders/order-purpose.ts';

const said = (order: Record<string, unknown>) => {
  const told = purposeTold({ order });
  return told && [isOwnPurchase(told), goesToOther(told), isHandedOver(told)];
};

test.each<[string, Record<string, unknown>, boolean[]]>([
  ['nothing', {}, [true, false, false]],
  ['a present', { gift: true }, [false, true, false]],
  ['a present sent home', { gift: true, shipTo: { other: false } }, [false, false, false]],
  ['to somebody else', { gift: false, shipTo: { other: true } }, [false, true, false]],
  ['a shop', { origin: 'store' }, [true, false, true]],
  ['a renewal', { origin: 'renewal' }, [false, false, false]],
  ['what is no word of these', { gift: 'yes', origin: 'moon', shipTo: { other: 1 } }, [true, false, false]],
])('an event tells %s', (_, order, answers) => {
  expect(said(order)).toEqual(answers);
});

test('an event without an order tells nothing', () => {
  expect(purposeTold({})).toBeUndefined();
});
