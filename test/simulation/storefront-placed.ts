/** An order as the storefront keeps it, and how it tells what became of it. */
import type { EventName } from '../../shared/core/events/event-catalogue.ts';
import type { Random } from './random.ts';
import { type Desk, withoutGaps } from './storefront-desk.ts';

export interface Placed {
  readonly id: string;
  readonly whole: Readonly<Record<string, unknown>> & { readonly items: readonly Item[] };
  readonly at_ms: number;
  readonly total: number;
}

export interface Item {
  readonly productId: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly requiresShipping?: false;
}

/** What is drawn of one order alone: it changes nothing of what is drawn of others. */
export const chanceOf = ({ random }: Desk, { id }: Pick<Placed, 'id'>, about: string): Random =>
  random.fork(`${about} of ${id}`);

export function tellOf(
  desk: Desk,
  order: Placed,
  name: EventName,
  at_ms: number,
  parts: object = {},
  sent_ms?: number,
): void {
  const { isTest, isAllShipped } = order.whole;
  const about = desk.habits.wholeOrders ? order.whole : { id: order.id, isTest, isAllShipped };
  const told = { known: desk.random.chance(0.3) ? 'profile' : 'id', sent_ms } as const;
  desk.tell(name, at_ms, { order: withoutGaps(about), ...parts }, withoutGaps(told));
}
