/** A cart is told by the browser's clock and its order by the shop's, seconds or minutes apart, and in either order. */
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../values/civil-time.ts';

type Instant = Temporal.Instant;

const apart = { minutes: 10 };

/** True where the order may be that of what lay in the cart then: dated after it, or before it by no more than two clocks are apart. */
export function mayBeOrderOf(orderedAt: Instant, cartAt: Instant): boolean {
  return !isBefore(orderedAt.add(apart), cartAt);
}
