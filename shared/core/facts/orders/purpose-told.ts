import type { LedgerOrder } from '../../record/orders/ledger-entry.ts';
import { orderOrigins } from '../../values/order-words.ts';
import type { Fields } from '../../values/pick-fields.ts';

/** What an event itself tells of whom its order is for and how it came about: for an order that the ledger has let go of. */
export function purposeTold(event: Fields): Pick<LedgerOrder, 'gift' | 'toOther' | 'origin'> | undefined {
  const { order } = event as { readonly order?: Fields };
  if (order === undefined) return undefined;
  const { gift, origin, shipTo } = order;
  const other = (shipTo as { readonly other?: unknown } | undefined)?.other;
  return {
    ...(gift === true && { gift }),
    ...(typeof other === 'boolean' && { toOther: other }),
    origin: orderOrigins.find((one) => one === origin),
  };
}
