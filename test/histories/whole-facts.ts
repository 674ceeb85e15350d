/** What the record may know of a customer beyond profile, orders and enrolments: all of it (`whole-record.ts`). */
import { Temporal } from 'temporal-polyfill';
import type { CustomerFacts } from '../../shared/core/record/customer-facts.ts';

/** A thing with every optional field, whatever the depth; of maps with names of their own the entries. */
export type Whole<Value> = Value extends Temporal.Instant
  ? Value
  : Value extends readonly (infer Entry)[]
    ? readonly Whole<Entry>[]
    : Value extends object
      ? string extends keyof Value
        ? Value
        : { readonly [Field in keyof Value]-?: Whole<Exclude<Value[Field], undefined>> }
      : Value;

/** A moment of the days around November 2026. */
export const at = (day: number) =>
  Temporal.Instant.from('2026-11-01T01:00:00Z').add({ hours: 24 * (day - 1) });

export const wholeFacts: Whole<CustomerFacts> = {
  carts: [
    {
      id: 'cart-1',
      at: at(9),
      lines: [{ productId: 'p-1', name: '緑茶', quantity: 2, unitPrice: 1080 }],
      currency: 'JPY',
      total: 2160,
      url: 'https://shop.example.com/cart',
    },
  ],
  views: [
    {
      productId: 'p-1',
      at: at(8),
      times: 3,
      name: '緑茶',
      category: 'tea',
      url: 'https://shop.example.com/p-1',
    },
  ],
  subscriptions: [
    {
      id: 'su-1',
      at: at(7),
      state: 'paused',
      productId: 'p-1',
      renewsAt: at(30),
      productAsOf: at(5),
      renewsAsOf: at(6),
      nth: 4,
    },
  ],
  owned: [
    {
      productId: 'p-1',
      at: at(5),
      firstAt: at(1),
      category: 'tea',
      quantity: 2,
      supplyDays: 60,
      forOther: true,
    },
  ],
  helps: [{ id: 'h-1', at: at(8) }],
  helpsOver: [{ id: 'h-0', at: at(7) }],
  labels: ['member', 'refused-parcel'],
  categories: { persona: { is: 'calm', at: at(6) } },
  done: ['survey:early', 'coupon:HELLO10'],
  score: { value: 12.5, at: at(9) },
  segments: { vip: at(9), 'opted-in': at(1) },
  lastSignAt: at(9),
  referralCode: 'HANA-7',
  aliases: ['0a1b2c3d4e5f'],
  mergedInto: 'c-1',
  mergedAt: at(30),
  mergedBy: 'address',
};
