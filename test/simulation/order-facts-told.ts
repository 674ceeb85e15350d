/** The facts of one order as the storefront put them on the wire, each once, and what can be read off them one by one. */
import { Temporal } from 'temporal-polyfill';
import type { EventName } from '../../shared/core/events/event-catalogue.ts';

/** One fact of an order, as it stood on the wire. */
export interface OrderFact {
  readonly name: EventName;
  readonly occurredAt_ms: number;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Of the store: where its days begin, and how long a parcel takes. */
export interface Shop {
  readonly timeZone: string;
  readonly market: string;
  readonly currency: string;
  readonly transitDays: Readonly<Record<string, number>>;
}

export interface Line {
  readonly productId: string;
  readonly quantity?: number;
  readonly supplyDays?: number;
  readonly requiresShipping?: boolean;
}
interface Wire {
  readonly order?: {
    readonly total?: number;
    readonly currency?: string;
    readonly origin?: string;
    readonly gift?: boolean;
    readonly isAllShipped?: boolean;
    readonly items?: readonly Line[];
    readonly shipTo?: { readonly country?: string; readonly other?: boolean };
  };
  readonly payment?: { readonly timing?: string; readonly method?: string; readonly deadline?: string };
  readonly shipment?: {
    readonly id?: string;
    readonly number?: number;
    readonly of?: number;
    readonly expectedAt?: string;
    readonly reason?: string;
    readonly items?: readonly Line[];
  };
  readonly refund?: {
    readonly id?: string;
    readonly amount?: number;
    readonly currency?: string;
    readonly items?: readonly Line[];
  };
}
type Told = Omit<OrderFact, 'detail'> & { readonly detail: Wire };

/** By what a fact is told from others of its kind: a repeat changes nothing, whatever its event's id. */
export function identityOf({ name, detail }: OrderFact): string {
  const { shipment, refund } = detail as Wire;
  if (name === 'OrderReturned' || name === 'OrderRefunded') return `${name} ${refund?.id ?? ''}`;
  const parcel = parcelOf(shipment);
  const day = name === 'OrderDelayed' ? shipment?.expectedAt : undefined;
  const isOfParcel = ['OrderShipped', 'OrderDelayed', 'OrderDelivered', 'DeliveryFailed'].includes(name);
  const more = day ?? (name === 'DeliveryFailed' && shipment?.reason === 'refused' ? 'refused' : '');
  return isOfParcel ? `${name} ${parcel ?? ''} ${more}` : name;
}

export const parcelOf = (shipment: Wire['shipment']) =>
  shipment?.id ?? (shipment?.number ? `#${shipment.number}` : undefined);

const hasDay = ({ detail }: Told) => detail.shipment?.expectedAt !== undefined;

export class FactsOfOrder {
  readonly all: readonly Told[];
  readonly shop: Shop;

  /** @param facts each once by its identity */
  constructor(facts: readonly OrderFact[], shop: Shop) {
    this.all = facts as readonly Told[];
    this.shop = shop;
  }

  of(...names: readonly EventName[]): readonly Told[] {
    return this.all.filter(({ name }) => names.includes(name));
  }

  has(...names: readonly EventName[]): boolean {
    return this.of(...names).length > 0;
  }

  last_ms(...names: readonly EventName[]): number | undefined {
    const moments = this.of(...names).map(({ occurredAt_ms }) => occurredAt_ms);
    return moments.length > 0 ? Math.max(...moments) : undefined;
  }

  get placing(): Told | undefined {
    return this.of('OrderPlaced')[0];
  }

  /** A present, or sent to somebody else: whichever fact says so. */
  get isForOther(): boolean {
    return this.all.some(({ detail: { order } }) => order?.gift === true || order?.shipTo?.other === true);
  }

  /** Taken home from a shop, and no word of a parcel on its way. */
  get isHandedOver(): boolean {
    const isOnItsWay = this.has('OrderDelayed', 'DeliveryFailed') || this.all.some(hasDay);
    return this.placing?.detail.order?.origin === 'store' && !isOnItsWay;
  }

  /** When it is paid, by the words that the storefront of the simulation has. */
  get timing(): string | undefined {
    const { timing, method, deadline } = this.placing?.detail.payment ?? {};
    const byMethod: Readonly<Record<string, string>> = {
      銀行振込: 'before',
      コンビニ前払い: 'before',
      代引: 'on-delivery',
      NP後払い: 'after',
    };
    return timing ?? byMethod[method ?? ''] ?? (deadline === undefined ? undefined : 'before');
  }

  /** Nothing arrives before a payment that is still to come. What has left the store was paid. */
  get owesPayment(): boolean {
    if (this.has('OrderPaid', 'OrderShipped', 'OrderDelivered')) return false;
    return (this.timing ?? (this.has('PaymentFailed') ? 'before' : '')) === 'before';
  }

  /** So many hours into a civil day of the store. */
  hourOf_ms(day: string, hours: number): number {
    const date = Temporal.PlainDate.from(day);
    const begun = (hours === 24 ? date.add({ days: 1 }) : date).toZonedDateTime(this.shop.timeZone);
    return begun.add({ hours: hours % 24 }).epochMilliseconds;
  }
}
