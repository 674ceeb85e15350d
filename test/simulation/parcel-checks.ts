/** The watched wait for a parcel, asked as its end is decided: by the event alone, or when its time is over. */
import type { Oracle } from './oracle.ts';
import { parcelWithin_days } from './watched-scenarios.ts';

const hour_ms = 3_600_000;
const wait_ms = parcelWithin_days * 24 * hour_ms;
/** Clocks go wrong, and a civil day may have an hour more or less. */
const slack_ms = 2 * hour_ms;

export interface DecidedEvent {
  readonly name: string;
  /** Whose, of which run and step. */
  readonly what: string;
  readonly at_ms: number;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Came: the parcel is known. Late: so much time has passed, and nobody knew of a parcel in time. */
export function parcelFault(oracle: Oracle, { name, at_ms, detail, what }: DecidedEvent): void {
  if (!name.startsWith('Watched') || !detail.order) return;
  const { id: customer } = detail.customer as { id: string };
  const { id: order } = detail.order as { id: string };
  const { storefront } = oracle.truth;
  const placed = storefront.overSince(customer, order, ['OrderPlaced']);
  const delivered = storefront.overSince(customer, order, ['OrderDelivered']);
  if (!placed) return;
  if (name === 'WatchedCame') {
    oracle.check('a wait goes on by its event alone', !delivered && what);
    return;
  }
  const isWaited = at_ms >= placed.occurredAt_ms + wait_ms - slack_ms;
  oracle.check('a wait lasts its time', !isWaited && what);
  const wasThere = delivered && delivered.knownAt_ms < at_ms && delivered.knownAt_ms > placed.knownAt_ms;
  const came_ms = delivered ? delivered.occurredAt_ms - placed.occurredAt_ms : 0;
  const inTime = came_ms > 0 && came_ms < wait_ms - slack_ms;
  oracle.check('a wait ends with its event', wasThere && inTime && what);
}
