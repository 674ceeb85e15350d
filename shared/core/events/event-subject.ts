/** Which thing an event is about, by its id: what correlates a rule with the enrolment that began with the same thing. */
import type { EventDetail, StoreEvent } from './event.ts';
import { type EventSubject, subjectOf } from './event-catalogue.ts';

/** A storefront that knows one cart for each customer need not name it. */
const onlyCart = 'current';

/** The id of the part of this kind, where the detail has it. */
export function idIn(detail: EventDetail, subject: EventSubject): string | undefined {
  switch (subject) {
    case 'cart':
      return detail.cart && (detail.cart.id ?? onlyCart);
    case 'coupon':
      return detail.coupon?.code;
    case 'review':
      return detail.review?.productId;
    case 'referral':
      return detail.referral?.friendId;
    default:
      return detail[subject]?.id;
  }
}

/** The id of the thing the event is about; undefined for events about the customer herself. */
export function subjectIdOf(event: StoreEvent): string | undefined {
  const subject = subjectOf(event.name);
  return subject === 'customer' ? undefined : idIn(event.detail, subject);
}

/**
 * What an enrolment that begins with this event is about, such as `cart:42` or `booking:7`. Undefined for events about an
 * order, which an enrolment keeps as its `order`, and for those about the customer herself.
 */
export function aboutOf(event: Pick<StoreEvent, 'name' | 'detail'>): string | undefined {
  const subject = subjectOf(event.name);
  if (subject === 'customer' || subject === 'order') return undefined;
  const id = idIn(event.detail, subject);
  return id === undefined ? undefined : `${subject}:${id}`;
}

/** What an enrolment is about, taken apart again. */
export function subjectOfEnrolment(enrolment: {
  readonly order?: string | undefined;
  readonly about?: string | undefined;
}): { readonly subject: EventSubject; readonly id: string } | undefined {
  if (enrolment.order !== undefined) return { subject: 'order', id: enrolment.order };
  const colon = enrolment.about?.indexOf(':') ?? -1;
  if (enrolment.about === undefined || colon < 0) return undefined;
  return { subject: enrolment.about.slice(0, colon) as EventSubject, id: enrolment.about.slice(colon + 1) };
}
