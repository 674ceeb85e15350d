/** The shapes of what events tell, part by part: every text, list and number is bounded, unknown fields pass. */
import * as z from 'zod/mini';
import { standsForNobody } from '../values/nobody.ts';
import { onFirstUse } from '../values/on-first-use.ts';
import { orderOrigins, paymentTimings } from '../values/order-words.ts';
import { fields, idText, lineUserId, maybe } from './event-field-schemas.ts';

const { birthday, country, currency, date, flag, longText, money, names, number } = fields;
const { shownNumber, text, textUpTo, timeZone, whole } = fields;

/** A part of the detail; made when an event has it, for most have one or two. */
const part = <Shape extends z.core.$ZodLooseShape>(shape: () => Shape) =>
  onFirstUse(() => z.looseObject(shape()));

const item = onFirstUse(() =>
  z.looseObject({
    productId: idText(),
    name: text(),
    category: text(),
    quantity: number(0, 1_000_000),
    unitPrice: money(),
    cost: money(),
    supplyDays: number(0, 3650),
    /** `false` for what no parcel brings. */
    requiresShipping: flag(),
  }),
);
const items = onFirstUse(() => maybe(z.array(item()).check(z.maxLength(1000))));

const customer = () => ({
  /** Of a browser or device that nobody had signed in on yet; whose it is, an event that names both tells. */
  anonymousId: maybe(
    z.string().check(
      z.minLength(1),
      z.maxLength(120),
      z.refine((id) => !standsForNobody(id)),
    ),
  ),
  email: textUpTo(320),
  /** The shop has seen that the address is the customer's own, by a link in a mail to it, say. */
  emailVerified: flag(),
  name: text(),
  familyName: text(),
  givenName: text(),
  locale: text(),
  timeZone: timeZone(),
  birthday: birthday(),
  source: text(),
  acceptsMarketing: flag(),
  /** Who they are on LINE, and whether they are friends of the store's account. */
  line: maybe(z.looseObject({ userId: lineUserId(), friend: flag() })),
  attributes: maybe(z.record(z.string(), z.unknown())),
});
/** `id` is asked for by the event: looking events may name an `anonymousId` instead. */
export const customerSchema = () => z.looseObject({ id: maybe(idText()), ...customer() });

/** Of an order: what is bought, and what leads to it. */
const trade = {
  order: part(() => ({
    id: idText(),
    /** As the customer knows it; messages name the id where it is not told. */
    number: shownNumber(),
    currency: currency(),
    total: money(),
    /** What is paid, where that is another currency than the store's own. */
    presentment: maybe(z.looseObject({ currency: currency(), total: money() })),
    discount: money(),
    coupon: text(),
    orderedVia: text(),
    gift: flag(),
    isTest: flag(),
    /** All that is to be sent has left. */
    isAllShipped: flag(),
    /** How it came about, where not by the site; `store`: handed over in a shop. An `exchange` is no purchase of its own. */
    origin: maybe(z.enum(orderOrigins)),
    /** Where it goes: `country` by ISO 3166, `other` to somebody else than the customer. */
    shipTo: maybe(z.looseObject({ country: country(), other: flag() })),
    items: items(),
  })),
  cart: part(() => ({
    id: maybe(idText()),
    currency: currency(),
    total: money(),
    items: items(),
    url: text(),
  })),
  shipment: part(() => ({
    id: maybe(idText()),
    carrier: text(),
    trackingNumber: text(),
    url: text(),
    /** All of them, where there are several; `trackingNumber` and `url` are the first. */
    tracking: maybe(z.array(z.looseObject({ number: text(), url: text() })).check(z.maxLength(50))),
    /** What this parcel holds. */
    items: items(),
    expectedAt: date(),
    /** This parcel of so many: `number` "2", `of` "3". */
    number: whole(0, 10_000),
    of: whole(0, 10_000),
    /** Of a `DeliveryFailed`: `refused` where the parcel was not accepted at the door. */
    reason: text(),
  })),
  /** `timing`: when the customer pays; guessed from `method` where it is not told. */
  payment: part(() => ({ deadline: date(), method: text(), timing: maybe(z.enum(paymentTimings)) })),
  /** What of an order was paid back, or came back: `amount`, or `items`, or both; without either, all of it. */
  refund: part(() => ({ id: maybe(idText()), amount: money(), currency: currency(), items: items() })),
  product: part(() => ({
    id: idText(),
    name: text(),
    category: text(),
    url: text(),
    imageUrl: text(),
    price: money(),
    /** Of a price that changed: what it was before. */
    previousPrice: money(),
    currency: currency(),
    /** Pieces. */
    stock: whole(-1e9, 1e9),
    supplyDays: number(0, 3650),
    replacedBy: maybe(idText()),
  })),
  sale: part(() => ({
    id: idText(),
    name: text(),
    startsAt: date(),
    endsAt: date(),
    url: text(),
    segments: names(),
  })),
  sample: part(() => ({ id: idText(), productId: maybe(idText()), name: text() })),
  subscription: part(() => ({
    id: idText(),
    productId: maybe(idText()),
    intervalDays: number(0, 3650),
    renewsAt: date(),
    nth: whole(0, 100_000),
  })),
  coupon: part(() => ({ code: idText() })),
};

/** What she says, books and is given. */
const voice = {
  consent: part(() => ({
    channel: text(),
    topics: names(),
    granted: z.boolean(),
    source: text(),
    wording: text(),
    /** A grant that counts only once it has been confirmed by mail, whatever the setting says. */
    mustConfirm: flag(),
    /** With `mustConfirm`: also where an earlier grant stands, because the address has said no since. */
    confirmAnew: flag(),
  })),
  survey: part(() => ({ id: idText(), answers: maybe(z.record(z.string(), z.unknown())) })),
  review: part(() => ({
    productId: idText(),
    rating: number(0, 100),
    title: text(),
    text: longText(),
    mayQuote: flag(),
  })),
  help: part(() => ({ id: idText(), topic: text() })),
  referral: part(() => ({ friendId: idText(), code: maybe(idText()) })),
  booking: part(() => ({
    id: idText(),
    name: text(),
    startsAt: date(),
    /** IANA name of the zone of the place, whose clock tells `startsAt`. */
    timeZone: timeZone(),
    place: text(),
    url: text(),
    attended: flag(),
  })),
  points: part(() => ({ balance: whole(-1e12, 1e12), expiring: whole(0, 1e12), expiresAt: date() })),
  rank: part(() => ({ name: z.string().check(z.minLength(1), z.maxLength(128)), until: date() })),
  merge: part(() => ({ from: idText(), to: idText() })),
  /** Of a `MailClicked`: which message's link was pressed. */
  click: part(() => ({ touchpoint: idText(), scenario: textUpTo(64), step: textUpTo(64) })),
  /** Of a `CustomerUpdated`: how often to hear from the store. Each replaces the one before as a whole. */
  wishes: part(() => ({ frequency: text(), pausedUntil: text() })),
};

/** Every part that an event of the catalogue may have, all of them optional. */
export const partSchemas = { ...trade, ...voice };

export type PartName = keyof typeof partSchemas;

const identity = () => ({
  eventId: z.string().check(z.minLength(1), z.maxLength(256)),
  occurredAt: z.string().check(z.maxLength(64)),
});

/** What the `detail` of an event about a customer holds beside its parts. */
export const aboutCustomer = onFirstUse(() => z.looseObject({ ...identity(), customer: customerSchema() }));

/** The same where the event names the customer only by another part (`CustomerMerged`), or names none at all. */
export const aboutNobody = onFirstUse(() =>
  z.looseObject({ ...identity(), customer: maybe(customerSchema()) }),
);
