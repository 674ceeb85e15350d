/** Where a story may tell a step a second time: of an order that so many newer ones pushed out of the record (`docs/limits.md`). */
import type { EventName } from '../../shared/core/events/event-catalogue.ts';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import type { Truth } from './truth.ts';

/** So many orders a record tells apart. */
const known = 24;
/** An order has several of them, and each may begin a story that is told once for each order. */
const inParts: ReadonlySet<EventName> = new Set<EventName>([
  'OrderShipped',
  'OrderDelivered',
  'OrderDelayed',
  'DeliveryFailed',
  'OrderReturned',
  'OrderRefunded',
]);

export function mayBeginAnew(
  { trigger }: Pick<Scenario, 'trigger'>,
  truth: Truth,
  customer: string,
): boolean {
  const isInParts = 'on' in trigger && trigger.oncePer === 'order' && inParts.has(trigger.on);
  return isInParts && truth.storefront.ordersHeardOf(customer).length > known;
}
