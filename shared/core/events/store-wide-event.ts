/** A fact about the store's goods or a sale: it names no customer, and may concern many. */
import type { StoreDetail, StoreEvent } from './event.ts';
import type { StoreWideName } from './event-catalogue.ts';

export interface StoreWideEvent extends Pick<StoreEvent, 'occurredAt' | 'toldAt' | 'replay' | 'unread'> {
  readonly name: StoreWideName;
  readonly detail: StoreDetail;
}
