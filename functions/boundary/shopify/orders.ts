import type { EventName } from '../../../shared/core/events/event-catalogue.ts';
import { timingOfMethod } from '../../../shared/core/values/order-words.ts';
import { acceptance } from './consent.ts';
import { shopCustomerOf } from './customers.ts';
import { itemsOf } from './line-items.ts';
import { currencyOf, minorUnits, shopAmount } from './minor-units.ts';
import {
  fieldsOf,
  firstOf,
  idOf,
  listOf,
  type PayloadFields,
  requiredId,
  stated,
  textOf,
  timeOf,
} from './payload-fields.ts';
import { mapShipment } from './shipments.ts';
import type { Draft, Mapped, Webhook } from './webhook.ts';

/**
 * `orders/*`: the whole order, with its customer; of one that names none, with the address of the guest who placed it. One
 * that is cancelled by now also says so, whatever the topic.
 */
export function mapOrder(webhook: Webhook): Mapped {
  const { payload, topic } = webhook;
  const customer = fieldsOf(payload.customer);
  const order = orderOf(payload);
  const id = idOf(customer.id);
  const email = firstOf(textOf(payload.email), textOf(payload.contact_email));
  if (id === undefined && email === undefined) return { unmapped: 'order-without-customer' };
  const { acceptsMarketing, consent } = acceptance(customer, payload.buyer_accepts_marketing === true);
  const who = shopCustomerOf(customer, id, { email, locale: payload.customer_locale, acceptsMarketing });
  const parts = stated({ customer: who, order, payment: paymentOf(payload), consent });
  const [first, ...more] = factsOf(topic, webhook, parts);
  if (!first) return { unmapped: 'order-without-fact' };
  const cancelled = cancellation(webhook, parts);
  const repeats = !cancelled || first.name === 'OrderCancelled';
  return { drafts: repeats ? [first, ...more] : [first, ...more, cancelled] };
}

function factsOf(topic: string, { payload, at }: Webhook, parts: PayloadFields): Draft[] {
  const one = (name: EventName, when: string): Draft[] => [{ name, at: when, parts }];
  const { processed_at, created_at, updated_at, cancelled_at } = payload;
  switch (topic) {
    case 'orders/create':
      // An order carried over from another system was processed long before it was created here.
      return one('OrderPlaced', timeOf('payload.processed_at', processed_at, created_at, at));
    case 'orders/paid':
      return one('OrderPaid', timeOf('payload.updated_at', updated_at, processed_at, at));
    case 'orders/fulfilled':
      return shippings(payload, parts, timeOf('payload.updated_at', updated_at, at));
    case 'orders/cancelled':
      return one('OrderCancelled', timeOf('payload.cancelled_at', cancelled_at, updated_at, at));
    default:
      return [];
  }
}

/** One fact for each parcel: what `fulfillments/create` told already is told again under the same shipment. */
function shippings(payload: PayloadFields, parts: PayloadFields, at: string): Draft[] {
  const fulfillments = listOf(payload.fulfillments);
  if (fulfillments.length === 0) return [{ name: 'OrderShipped', at, parts }];
  return fulfillments.flatMap((fulfillment) => {
    const mapped = mapShipment(fulfillment, parts, { news: false, at });
    return 'unmapped' in mapped ? [] : [mapped];
  });
}

function cancellation({ payload, at }: Webhook, parts: PayloadFields): Draft | undefined {
  if (firstOf(payload.cancelled_at) === undefined) return undefined;
  return { name: 'OrderCancelled', at: timeOf('payload.cancelled_at', payload.cancelled_at, at), parts };
}

/** The `order` of the wire shape, in the shop's own currency; what the buyer saw in another is `presentment`. */
function orderOf(payload: PayloadFields): PayloadFields {
  const currency = currencyOf(payload.currency, payload.total_price_set);
  return stated({
    id: requiredId(payload.id, 'payload.id'),
    number: textOf(payload.name, 64),
    currency,
    total: shopAmount(payload, 'total_price', currency),
    discount: shopAmount(payload, 'total_discounts', currency),
    coupon: textOf(listOf(payload.discount_codes)[0]?.code, 128),
    orderedVia: textOf(payload.source_name, 64),
    // A till also takes orders that are sent home.
    origin:
      payload.source_name === 'pos' && listOf(payload.shipping_lines).length === 0 ? 'store' : undefined,
    isTest: payload.test === true,
    isAllShipped: payload.fulfillment_status === 'fulfilled' ? true : undefined,
    shipTo: shipToOf(payload),
    cancelReason: textOf(payload.cancel_reason, 64),
    items: itemsOf(payload.line_items, currency),
    presentment: presentmentOf(payload, currency),
  });
}

function shipToOf(payload: PayloadFields): PayloadFields | undefined {
  const country = textOf(fieldsOf(payload.shipping_address).country_code, 2);
  return country !== undefined && /^[A-Za-z]{2}$/.test(country) ? { country } : undefined;
}

/** A manual way of paying (bank deposit, cash on delivery) that is still open; its name begins no mail about payments. */
function paymentOf(payload: PayloadFields): PayloadFields | undefined {
  if (payload.financial_status !== 'pending' || !Array.isArray(payload.payment_gateway_names))
    return undefined;
  const names = payload.payment_gateway_names.flatMap((name) => textOf(name, 120) ?? []);
  const timing = timingOfMethod(names.join(' '));
  return timing && { timing };
}

function presentmentOf(payload: PayloadFields, shopCurrency: string | undefined): PayloadFields | undefined {
  const money = fieldsOf(fieldsOf(payload.total_price_set).presentment_money);
  const currency = currencyOf(money.currency_code);
  if (currency === undefined || currency === shopCurrency) return undefined;
  return stated({ currency, total: minorUnits(money.amount, currency, 'payload.total_price_set') });
}
