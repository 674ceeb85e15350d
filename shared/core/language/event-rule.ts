import type { EventName, EventSubject } from '../events/event-catalogue.ts';
import type { Filter } from './filter.ts';

/**
 * A rule about an event. `same` says which of hers it must be about: the order, cart, booking, subscription … of the
 * enrolment (the default where the event is about one and did not begin it), or `customer` for any of hers.
 */
export interface EventRule {
  readonly on: EventName;
  readonly filter?: Filter;
  readonly same?: EventSubject | 'customer';
}
