import { zoneOfAddress } from './address-zone.ts';
import { acceptance, withdrawal } from './consent.ts';
import { firstOf, type PayloadFields, requiredId, stated, textOf, timeOf } from './payload-fields.ts';
import type { Draft, Mapped, Webhook } from './webhook.ts';

/** What other parts of a payload tell of the customer. */
interface Beside {
  readonly email?: unknown;
  readonly locale?: unknown;
  readonly acceptsMarketing?: unknown;
}

/** The `customer` of the wire shape. E-mail addresses that are too long are left out: half of one is another's. */
export function shopCustomerOf(
  customer: PayloadFields,
  id: string | undefined,
  beside: Beside = {},
): PayloadFields {
  const email = textOf(firstOf(customer.email, beside.email));
  return stated({
    id,
    email: email !== undefined && email.length <= 320 ? email : undefined,
    givenName: textOf(customer.first_name, 120),
    familyName: textOf(customer.last_name, 120),
    locale: textOf(firstOf(beside.locale, customer.locale), 35),
    timeZone: zoneOfAddress(customer.default_address),
    acceptsMarketing: beside.acceptsMarketing,
  });
}

/** `customers/create` and `customers/update`; an unsubscribed customer also withdraws. */
export function mapCustomer({ topic, payload, at }: Webhook): Mapped {
  const created = topic === 'customers/create';
  const { acceptsMarketing, consent } = acceptance(payload);
  const id = requiredId(payload.id, 'payload.id');
  const customer = shopCustomerOf(payload, id, { acceptsMarketing });
  const when = created
    ? timeOf('payload.created_at', payload.created_at, payload.updated_at, at)
    : timeOf('payload.updated_at', payload.updated_at, at);
  const name = created ? 'CustomerRegistered' : 'CustomerUpdated';
  const draft: Draft = { name, at: when, parts: stated({ customer, consent }) };
  const withdrawn = withdrawal(payload, { customer }, when);
  return { drafts: withdrawn ? [draft, withdrawn] : [draft] };
}
