/** A life: what one customer of a store does in a year, as data, so that all live scenarios can be rehearsed with it. */
import type { EventName } from '../events/event-catalogue.ts';

/** A civil day of the life, 0 the first and negative before it, and a time ("hh:mm") of the customer's wall clock. */
export interface LifeMoment {
  readonly day: number;
  /** Noon unless given. */
  readonly at?: string;
}

/** A value of the wire; `{ day, at }` stands for the moment, wherever a moment is told. */
export type LifeValue = string | number | boolean | null | LifeFields | readonly LifeValue[];
export interface LifeFields {
  readonly [name: string]: LifeValue | undefined;
}

/** An event that the storefront tells then: its detail without identity, time and customer. */
interface Happening extends LifeMoment {
  readonly tell: EventName;
  readonly detail?: LifeFields;
  /** Over the fields of the life's own customer, such as the id of another account. */
  readonly customer?: LifeFields;
}

export interface Life {
  /** At most 64 of `a-z 0-9 -`. */
  readonly id: string;
  /** One sentence: who it is. */
  readonly tells: string;
  /** How many customers of a store it stands for, against the other lives; 1 unless given. */
  readonly weight?: number;
  /** The civil day of day 0 where the life hangs on the calendar ("12-02"); any day of the year where it is left out. */
  readonly startsOn?: string;
  /** It is played from its first happening until so many days after day 0. */
  readonly days: number;
  /** Fields of the wire's `customer`. */
  readonly customer: LifeFields;
  readonly happens: readonly Happening[];
}
