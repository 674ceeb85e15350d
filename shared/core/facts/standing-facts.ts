/** Ranks and points: what a customer has of them was earned by buying, unless the store gives a first lot to whoever registers. */
import type { StoreEvent } from '../events/event.ts';
import type { Customer } from '../record/customer.ts';

/** The customer with what a rank or points suppose of earlier purchases. */
export function withStanding(customer: Customer, event: StoreEvent): Customer {
  const known = customer.lifecycle.standing;
  const standing = strongerStanding(known, standingBy(event));
  return standing === known ? customer : { ...customer, lifecycle: { ...customer.lifecycle, standing } };
}

/** `told`: a rank or points were told of; `of-order`: points of a named order. */
type Standing = Customer['lifecycle']['standing'];

export const strongerStanding = (one: Standing, other: Standing): Standing =>
  one === 'of-order' ? one : (other ?? one);

function standingBy({ name, detail }: StoreEvent): Standing {
  if (name === 'RankChanged') return 'told';
  if (name !== 'PointsChanged') return undefined;
  if (detail.order !== undefined) return 'of-order';
  const { balance = 0, expiring = 0 } = detail.points ?? {};
  return balance > 0 || expiring > 0 ? 'told' : undefined;
}

/** Who registered before our eyes may have been given a first rank and points for that alone; their orders are told. */
export function standingTold({ lifecycle, labels }: Pick<Customer, 'lifecycle' | 'labels'>): boolean {
  if (lifecycle.standing === undefined) return false;
  return lifecycle.standing === 'of-order' || !labels.includes('member');
}
