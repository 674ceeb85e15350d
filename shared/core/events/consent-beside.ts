/** Consent told in an event about something else. A denial by the customer's own account counts; all else is told as lost. */
import type { ReadDetail, StoreEvent } from './event.ts';
import type { EventName } from './event-catalogue.ts';

const ofAccount: readonly EventName[] = ['CustomerRegistered', 'CustomerUpdated'];

/** Where an empty box counts, a denial in words does too. */
export const countsDenial = (name: EventName): boolean => ofAccount.includes(name);

const isDenial = (name: EventName, { consent }: Pick<ReadDetail, 'consent'>): boolean =>
  countsDenial(name) && consent?.granted === false;

/** The detail without consent that means nothing where it stands: a grant is asked for by its own event, with its wording. */
export function withoutStrayConsent(name: EventName, detail: ReadDetail): ReadDetail {
  if (detail.consent === undefined || name === 'ConsentChanged' || isDenial(name, detail)) return detail;
  const { consent: _, ...others } = detail;
  return others;
}

/** The denial in the event as one of its own, known by the event it came with. */
export function denialsBeside(event: StoreEvent): StoreEvent[] {
  const { name, detail } = event;
  if (!isDenial(name, detail)) return [];
  const { eventId, customer, consent } = detail;
  return [
    {
      ...event,
      name: 'ConsentChanged',
      unread: undefined,
      detail: { eventId: `${eventId}#consent`, customer, consent },
    },
  ];
}
