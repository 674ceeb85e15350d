import type { EventName } from './event-names.ts';

/** The events that change what is known of a customer, whether or not a scenario asks for them. */
export const profileEvents: readonly EventName[] = [
  'CustomerRegistered',
  'CustomerUpdated',
  'ConsentChanged',
  'OrderPlaced',
  'OrderShipped',
  'OrderDelivered',
  'OrderCancelled',
  'OrderReturned',
];
