/** A claimed touchpoint's message, rendered for the customer as she is now: a mail, or a request to another channel. */
import { judgedKindOf } from '../../core/contact-policy/judged-kind.ts';
import type { ProductFacts } from '../../core/events/product-facts.ts';
import type { PublishedEvent } from '../../core/events/published-event.ts';
import { isMessage } from '../../core/language/steps.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { Mail } from '../../core/record/mail.ts';
import { ledgerOrder } from '../../core/record/orders/ledger-order.ts';
import type { Touchpoint } from '../../core/record/touchpoint.ts';
import { zoneOf } from '../../core/record/zone.ts';
import type { Fields } from '../../core/values/pick-fields.ts';
import { chooseLocale } from '../rendering/choose-locale.ts';
import { renderMail, renderTexts } from '../rendering/render-mail.ts';
import { campaignLetter } from './campaign-letter.ts';
import { type MessageData, messageData } from './message-data.ts';
import { withOrderNumber } from './order-number.ts';
import type { Sending } from './send-ports.ts';

/** What leaves the house for one touchpoint. */
export interface Outgoing extends Pick<MessageData, 'referralCode'> {
  /** What the store must know before the message goes: a coupon of hers, her referral code. */
  readonly first: readonly PublishedEvent[];
  readonly goes:
    | { readonly by: 'mail'; readonly mail: Mail }
    | { readonly by: 'request'; readonly event: PublishedEvent };
}

/** A message to render, and for whom. */
interface ToPrepare {
  readonly customer: Customer;
  readonly touchpoint: Touchpoint;
  /** The fields the enrolment kept. */
  readonly event: Fields;
  /** What is known of goods to show. */
  readonly products: ReadonlyMap<string, ProductFacts> | undefined;
}

/**
 * Renders a touchpoint's message.
 *
 * @throws `MailNotRendered`, `UnknownTemplate`
 */
export async function prepareMessage(
  sending: Sending,
  { customer, touchpoint, event, products }: ToPrepare,
): Promise<Outgoing> {
  const { world, settings, book } = sending;
  const locale = chooseLocale(customer.profile.locale, settings.locale);
  const [compiled, keys, letter] = await Promise.all([
    world.templates.load(touchpoint.template, locale),
    world.keys(),
    campaignLetter(sending, touchpoint, customer, locale),
  ]);
  const scenario = book.find(touchpoint.scenario, touchpoint.version);
  const step = scenario.steps.filter(isMessage).find(({ id }) => id === touchpoint.step);
  const enrolment = customer.enrolments.find(({ id }) => id === touchpoint.enrolment);
  const data = messageData(sending, keys, {
    customer,
    touchpoint,
    step,
    enrolment,
    products,
    locale,
    compiled,
  });
  const input = {
    compiled,
    touchpoint,
    profile: customer.profile,
    event: withOrderNumber(event, ledgerOrder(customer, enrolment?.order)),
    locale,
    timeZone: zoneOf(customer, sending.decisions),
    settings,
    linkBaseUrl: sending.linkBaseUrl,
    links: data.links,
    more: { ...data.more, ...letter },
    lane: touchpoint.kind,
    judged: judgedKindOf(scenario, customer),
  };
  const { first, referralCode } = data;
  if (touchpoint.channel === undefined) {
    return { first, referralCode, goes: { by: 'mail', mail: renderMail(input) } };
  }
  const { subject, text } = renderTexts(input);
  return {
    first,
    referralCode,
    goes: { by: 'request', event: requested(touchpoint, { subject, text, locale }) },
  };
}

/** Asks whoever serves the channel to send the message. Its id is the touchpoint's: a repeat is the same request. */
function requested(
  touchpoint: Touchpoint,
  texts: { readonly subject: string; readonly text: string; readonly locale: string },
): PublishedEvent {
  const { id, customer, scenario, step, template, kind, channel, number, at } = touchpoint;
  return {
    id,
    name: 'MessageRequested',
    at,
    detail: { id, channel, customer: { id: customer }, kind, scenario, step, template, number, ...texts },
  };
}
