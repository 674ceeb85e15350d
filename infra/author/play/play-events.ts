/** The events of a play: those of a usual customer, with as much in them as a storefront would tell. */
import type { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { type EventName, isByParcel } from '../../../shared/core/events/event-catalogue.ts';
import { requiredPart } from '../../../shared/core/events/event-demands.ts';
import { parseEvent } from '../../../shared/core/events/event-schema.ts';
import type { Filter } from '../../../shared/core/language/filter.ts';
import { sampleCase } from '../samples/sample-event.ts';
import { fitted } from './play-fitting.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The customer of a play as the wire has her: she accepts marketing mail unless told otherwise. */
export function playedCustomer(given: Fields, locale: 'ja' | 'en', zone: string) {
  return {
    id: 'c-1',
    email: 'hana@example.com',
    name: sampleCase('usual', locale).customer.name,
    locale,
    timeZone: zone,
    acceptsMarketing: true,
    ...given,
  };
}

export interface Sample {
  readonly name: EventName;
  readonly locale: 'ja' | 'en';
  /** The order it is about, for events about one. */
  readonly order: string;
  /** Of the trigger: the event is made to fit it, as far as an event can. */
  readonly filter?: Filter | undefined;
}

/** What no message shows, and events tell all the same. */
const ofHerself: Fields = {
  consent: { granted: true, source: 'account-page' },
  survey: { id: 'early', answers: {} },
  merge: { from: 'anon:browser-1', to: 'c-1' },
  click: { touchpoint: 't-1' },
};

/** A played order comes in one parcel, unless the trigger asks for more; only a delay tells the day it is expected. */
function playedParcel({ number: _, of: __, expectedAt, ...parcel }: Fields, name: EventName, order: string) {
  return { ...parcel, ...(name === 'OrderDelayed' && { expectedAt }), id: `s-${order}` };
}

/** The `detail` of an event, without its identity, time and customer. */
export function sampleDetail({ name, locale, order, filter }: Sample): Fields {
  const usual = sampleCase('usual', locale).event as {
    order: Fields & { items: unknown[] };
    shipment: Fields;
  };
  const { items, currency, total } = usual.order;
  const wanted = requiredPart(name);
  const samples: Fields = {
    ...usual,
    ...ofHerself,
    order: { ...usual.order, id: order, number: order },
    cart: { id: 'cart-1', currency, total, items, url: 'https://shop.example.com/cart' },
  };
  const parts = {
    ...(wanted && { [wanted]: samples[wanted] }),
    ...(isByParcel(name) && { shipment: playedParcel(usual.shipment, name, order) }),
    ...(name === 'PaymentFailed' && { payment: samples.payment }),
  };
  return filter ? fitted(parts, filter) : parts;
}

/** Puts a detail through the trust boundary, as ingest would. Throws `MalformedEvent`. */
export function eventAt(
  name: EventName,
  detail: Fields,
  customer: Fields,
  at: Temporal.Instant,
  nth: number,
): StoreEvent {
  const whole = { eventId: `play-${nth}`, ...detail, occurredAt: at.toString(), customer };
  const event = parseEvent(name, whole, at);
  if (!event) throw new Error(`${name} is not in the catalogue.`);
  return event;
}
