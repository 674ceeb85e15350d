/** What a message's texts may name beside her, the event and the brand: links, coupon, delivery, cart, goods, survey, episode. */

import { cartToShow } from '../../core/contact-policy/cart-to-show.ts';
import { seriesLimit } from '../../core/enrolments/walk/walk-series.ts';
import type { ProductFacts } from '../../core/events/product-facts.ts';
import type { PublishedEvent } from '../../core/events/published-event.ts';
import type { MessageStep } from '../../core/language/steps.ts';
import { showsAny } from '../../core/language/template-facts.ts';
import type { Customer, Enrolment } from '../../core/record/customer.ts';
import type { LedgerOrder } from '../../core/record/orders/ledger-entry.ts';
import { ledgerOrder } from '../../core/record/orders/ledger-order.ts';
import { goesToOther, isHandedOver } from '../../core/record/orders/order-purpose.ts';
import type { Touchpoint } from '../../core/record/touchpoint.ts';
import { zoneOf } from '../../core/record/zone.ts';
import type { Keys } from '../../ports/keys.ts';
import type { CompiledTemplate } from '../../ports/templates.ts';
import type { Locale } from '../rendering/choose-locale.ts';
import { signLink } from '../rendering/link-token.ts';
import { addressMark } from '../saving/address-hash.ts';
import { recommend } from './recommend.ts';
import { referralCodeIssued, referralCodeOf } from './referral-code.ts';
import type { Sending } from './send-ports.ts';
import { issuedCoupon } from './shown-coupon.ts';

export interface MessageAbout {
  readonly customer: Customer;
  readonly touchpoint: Touchpoint;
  readonly step: MessageStep | undefined;
  readonly enrolment: Enrolment | undefined;
  readonly products: ReadonlyMap<string, ProductFacts> | undefined;
  readonly locale: Locale;
  readonly compiled: CompiledTemplate;
}

export interface MessageData {
  readonly links: Readonly<Record<string, string>>;
  readonly more: Readonly<Record<string, unknown>>;
  /** To be published before the message goes. */
  readonly first: readonly PublishedEvent[];
  /** Where the message shows the customer's referral link: to be kept in the record. */
  readonly referralCode: string | undefined;
}

/** Only what there is: a text that names more than that fails to render. */
export function messageData(sending: Sending, keys: Keys, about: MessageAbout): MessageData {
  const { customer, step, enrolment, products, touchpoint } = about;
  const cart = enrolment && cartToShow(customer, enrolment, { at: touchpoint.at, products });
  const zone = zoneOf(customer, sending.decisions);
  const now = sending.world.clock.now();
  const coupon =
    step &&
    enrolment &&
    issuedCoupon(keys, step, { customer, enrolment }, { timeZone: zone, at: now, currency: cart?.currency });
  const showsReferral = showsAny(sending.book.template(touchpoint.template), 'links.referral');
  const referralCode = showsReferral ? referralCodeOf(keys, customer) : undefined;
  return {
    links: linksOf(sending, keys, about),
    more: {
      ...(coupon ? { coupon: coupon.shown } : {}),
      delivery: deliveryOf(ledgerOrder(customer, enrolment?.order)),
      ...(cart ? { cart: shownCart(cart) } : {}),
      products: recommend(customer, products ?? new Map(), now),
      voices: [],
      ...surveyOf(sending, keys, about),
      ...episodeOf(sending, about),
    },
    first: [
      ...(coupon ? [coupon.event] : []),
      ...(referralCode ? [referralCodeIssued(customer, referralCode, now)] : []),
    ],
    referralCode,
  };
}

function linksOf(sending: Sending, keys: Keys, about: MessageAbout): Record<string, string> {
  const { customer, touchpoint, locale } = about;
  const { linkBaseUrl, settings } = sending;
  const mark = addressMark(keys, customer.profile.email);
  const token = (purpose: 'unsubscribe' | 'preferences') =>
    signLink(keys, { purpose, customer: customer.id, locale, about: mark });
  const referral = new URL(settings.brand.siteUrl);
  referral.searchParams.set('ref', referralCodeOf(keys, customer));
  if (touchpoint.kind !== 'marketing') {
    const confirm = confirmLink(sending, keys, about, mark);
    const booking = bookingLink(sending, keys, about);
    return {
      referral: referral.href,
      ...(confirm ? { confirm } : {}),
      ...(booking ? { booking } : {}),
    };
  }
  return {
    unsubscribe: `${linkBaseUrl}/u/${token('unsubscribe')}`,
    preferences: `${linkBaseUrl}/p/${token('preferences')}`,
    referral: referral.href,
  };
}

/** Long enough to come back from a holiday; who signs up again gets another. */
const confirmFor = { hours: 24 * 7 };

/** Where she confirms that it was she who signed up; only in the message that asks. */
function confirmLink(
  { linkBaseUrl, book, world }: Sending,
  keys: Keys,
  { touchpoint: { customer, template }, locale }: MessageAbout,
  mark: string | undefined,
): string | undefined {
  if (!showsAny(book.template(template), 'links.confirm')) return undefined;
  const expiresAt = world.clock.now().add(confirmFor);
  return `${linkBaseUrl}/c/${signLink(keys, { purpose: 'confirm', customer, locale, about: mark, expiresAt })}`;
}

/** Of an enrolment that is about a booking: the page where the customer confirms it, or gives the place back. */
function bookingLink(
  { linkBaseUrl }: Sending,
  keys: Keys,
  { customer, enrolment, locale }: MessageAbout,
): string | undefined {
  const [, about] = /^booking:(.+)$/s.exec(enrolment?.about ?? '') ?? [];
  if (about === undefined) return undefined;
  return `${linkBaseUrl}/b/${signLink(keys, { purpose: 'booking', customer: customer.id, locale, about })}`;
}

/** How the order that the message is about came, or comes, to whom; of one that nobody knows, to the customer. */
const deliveryOf = (order: LedgerOrder | undefined) => ({
  toOther: order !== undefined && goesToOther(order),
  handedOver: order !== undefined && isHandedOver(order),
});

function shownCart(cart: NonNullable<ReturnType<typeof cartToShow>>) {
  const { url, currency, total, lines } = cart;
  const items = lines.map(({ name, quantity, unitPrice }) => ({ name, quantity, unitPrice }));
  return { url, currency, total, items };
}

/** The survey's page, its first question, and a link for each answer to it. */
function surveyOf(sending: Sending, keys: Keys, { customer, step, touchpoint, locale }: MessageAbout) {
  const survey = sending.book.surveys.find(({ id }) => id === step?.survey);
  const [question] = survey?.questions ?? [];
  if (!survey || !question) return {};
  const token = signLink(keys, {
    purpose: 'survey',
    customer: customer.id,
    locale,
    survey: { id: survey.id, version: survey.version, touchpoint: touchpoint.id },
  });
  const url = `${sending.linkBaseUrl}/s/${token}`;
  const choices = question.choices.map(({ label }, n) => ({ label: label[locale], url: `${url}?a=${n}` }));
  return { survey: { url, question: question.ask[locale], choices } };
}

function episodeOf({ book }: Sending, { step, touchpoint, compiled }: MessageAbout) {
  const { number } = touchpoint;
  if (step?.kind !== 'series' || number === undefined) return {};
  const of = seriesLimit(step, { book });
  const episode = compiled.episodes?.[number - 1];
  return { series: { number, of }, ...(episode ? { episode } : {}) };
}
