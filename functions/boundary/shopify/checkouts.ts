import { acceptance } from './consent.ts';
import { shopCustomerOf } from './customers.ts';
import { itemsOf } from './line-items.ts';
import { currencyOf, shopAmount } from './minor-units.ts';
import { fieldsOf, firstOf, idOf, stated, textOf, timeOf, urlOf } from './payload-fields.ts';
import type { Mapped, Webhook } from './webhook.ts';

/**
 * `checkouts/create` and `checkouts/update`. A checkout in which nobody has signed in has no customer yet: a guest's
 * cart is followed up only with consent, and she becomes known with her order.
 */
export function mapCheckout({ topic, payload, at }: Webhook): Mapped {
  if (firstOf(payload.completed_at) !== undefined) return { unmapped: 'checkout-completed' };
  const customer = fieldsOf(payload.customer);
  const id = idOf(customer.id);
  if (id === undefined) return { unmapped: 'checkout-without-customer' };
  const { created_at, updated_at } = payload;
  const when =
    topic === 'checkouts/create'
      ? timeOf('payload.created_at', created_at, updated_at, at)
      : timeOf('payload.updated_at', updated_at, created_at, at);
  const { acceptsMarketing, consent } = acceptance(customer);
  const who = shopCustomerOf(customer, id, {
    email: payload.email,
    locale: payload.customer_locale,
    acceptsMarketing,
  });
  const currency = currencyOf(payload.currency);
  const cart = stated({
    id: textOf(firstOf(payload.cart_token, payload.token), 128) ?? idOf(payload.id),
    currency,
    total: shopAmount(payload, 'total_price', currency),
    items: itemsOf(payload.line_items, currency),
    url: urlOf(payload.abandoned_checkout_url),
  });
  return { drafts: [{ name: 'CheckoutStarted', at: when, parts: stated({ customer: who, cart, consent }) }] };
}
