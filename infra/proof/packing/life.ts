/** What is told of an invented customer, and what tells it. */
import type { Temporal } from 'temporal-polyfill';
import type { EventName } from '../../../shared/core/events/event-catalogue.ts';
import type { Dice } from './dice.ts';
import type { InventedShop } from './shop.ts';

/** `customer` is absent for an event about the store's goods. */
export interface Told {
  readonly at: Temporal.Instant;
  readonly name: EventName;
  readonly customer?: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface PackedLife {
  readonly id: string;
  readonly shop: InventedShop;
  readonly dice: Dice;
  readonly start_ms: number;
  readonly end_ms: number;
  readonly ordersPerYear: number;
  tell(name: EventName, at_ms: number, parts: Readonly<Record<string, unknown>>, whole?: boolean): void;
}
