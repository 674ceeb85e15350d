/** Forms of the record's ledger: an order of it, and the sums of what has left it. */
import { entryOf } from '../record-entry.ts';
import { instant, ledgerWords, listForm, named, optional, plain } from '../record-fields.ts';
import type { GoodsBack, LedgerOrder } from './ledger-entry.ts';
import type { MonthOfOrders } from './month-of-orders.ts';

const goodsBack = entryOf<GoodsBack>({ productId: named('p'), quantity: named('q') });

export const orderForm = entryOf<LedgerOrder>({
  id: plain,
  seen: ledgerWords,
  at: instant,
  placedAt: named('placed', instant),
  shippedAt: named('shipped', instant),
  deliveredAt: named('delivered', instant),
  total: plain,
  currency: named('cur'),
  timing: named('pays'),
  payBy: named('by', instant),
  paidAt: named('paid', instant),
  country: named('to'),
  gift: plain,
  toOther: named('other'),
  origin: named('from'),
  parcels: named('of'),
  inParcels: named('in'),
  isAllShipped: named('all'),
  piecesUnsent: named('unsent'),
  number: named('no'),
  expectedAt: named('expected', instant),
  delayedAt: named('delayed', instant),
  failedAt: named('failed', instant),
  refused: plain,
  pieces: named('n'),
  refunded: named('back'),
  paidBack: optional(named('paidBack', listForm(goodsBack))),
  back: optional(named('backGoods', listForm(goodsBack))),
  undone: plain,
});

/** Plain data of one order of the ledger, and back: as it lies in the record, and beside it once it has left. */
export const storedOrder = orderForm.write;
export const readOrder: (stored: unknown) => LedgerOrder = orderForm.read;

export const monthForm = entryOf<MonthOfOrders>({
  month: named('m'),
  currency: named('cur'),
  orders: named('n'),
  spent: plain,
});
