/** What a customer hears of an order: paid, sent, delivered, returned, refunded, exchanged, cancelled. */
import type { Program } from '../../core/language/program.ts';
import { deliveryFailed } from './delivery-failed.ts';
import { messages } from './messages.ts';
import { orderCancelled } from './order-cancelled.ts';
import { orderDelayed } from './order-delayed.ts';
import { orderDelivered } from './order-delivered.ts';
import { orderExchanged } from './order-exchanged.ts';
import { orderPaid } from './order-paid.ts';
import { orderRefunded } from './order-refunded.ts';
import { orderReturned } from './order-returned.ts';
import { parcelShipped } from './parcel-shipped.ts';
import { paymentFailed } from './payment-failed.ts';
import { paymentWaiting } from './payment-waiting.ts';

export const program = {
  scenarios: [
    orderPaid,
    paymentWaiting,
    paymentFailed,
    parcelShipped,
    orderDelayed,
    orderDelivered,
    deliveryFailed,
    orderReturned,
    orderRefunded,
    orderExchanged,
    orderCancelled,
  ],
  messages,
} as const satisfies Program;
