/** What a shop's payloads say about mail she wants. Only a clear word counts: `subscribed`, or `unsubscribed`. */
import {
  fieldsOf,
  firstOf,
  type PayloadFields,
  requiredId,
  stated,
  textOf,
  timeOf,
} from './payload-fields.ts';
import { type Draft, type Mapped, stateName, type Webhook } from './webhook.ts';

const source = 'shopify';

interface ShopConsent {
  readonly state: string | undefined;
  readonly level: string | undefined;
  readonly at: unknown;
}

function shopConsentOf(consent: unknown): ShopConsent {
  const { state, opt_in_level, consent_updated_at } = fieldsOf(consent);
  const named = state === undefined || state === null ? undefined : stateName(state);
  return { state: named, level: textOf(opt_in_level, 40), at: consent_updated_at };
}

/** Kept as the proof: what the shop said, how she opted in, and when. */
function wording(what: string, { level, at }: Partial<ShopConsent>): string {
  return ['Shopify', what, level, textOf(at, 40)].filter(Boolean).join(', ');
}

/**
 * The customer's own state where the payload has one, else the older yes or no, else the box `ticked` on an order.
 * Gives nothing for a no: a box left empty withdraws nothing.
 */
export function acceptance(customer: PayloadFields, ticked = false): PayloadFields {
  const shopConsent = shopConsentOf(customer.email_marketing_consent);
  const yes = (what: string) => ({
    acceptsMarketing: true,
    consent: { channel: 'email', granted: true, source, wording: wording(what, shopConsent) },
  });
  if (shopConsent.state !== undefined) return shopConsent.state === 'subscribed' ? yes('subscribed') : {};
  if (typeof customer.accepts_marketing === 'boolean') {
    return customer.accepts_marketing ? yes('accepts_marketing') : {};
  }
  return ticked ? yes('buyer_accepts_marketing') : {};
}

/** The withdrawal that a customer's payload tells of, dated by itself; else by `at`. */
export function withdrawal(customer: PayloadFields, parts: PayloadFields, at: string): Draft | undefined {
  const shopConsent = shopConsentOf(customer.email_marketing_consent);
  if (shopConsent.state !== 'unsubscribed') return undefined;
  return changed(
    parts,
    false,
    shopConsent,
    timeOf('payload.email_marketing_consent.consent_updated_at', shopConsent.at, at),
  );
}

function changed(parts: PayloadFields, granted: boolean, shopConsent: ShopConsent, at: string): Draft {
  const what = granted ? 'subscribed' : 'unsubscribed';
  const consent = { channel: 'email', granted, source, wording: wording(what, shopConsent) };
  return { name: 'ConsentChanged', at, parts: { ...parts, consent } };
}

/** `customers_email_marketing_consent/update`: her own word, both ways. */
export function mapConsent({ payload, at }: Webhook): Mapped {
  const shopConsent = shopConsentOf(payload.email_marketing_consent);
  const id = requiredId(payload.customer_id, 'payload.customer_id');
  if (shopConsent.state !== 'subscribed' && shopConsent.state !== 'unsubscribed') {
    return { unmapped: 'no-change-of-consent' };
  }
  const customer = stated({ id, email: textOf(payload.email_address, 320) });
  const when = timeOf('payload.email_marketing_consent.consent_updated_at', firstOf(shopConsent.at, at));
  return { drafts: [changed({ customer }, shopConsent.state === 'subscribed', shopConsent, when)] };
}
