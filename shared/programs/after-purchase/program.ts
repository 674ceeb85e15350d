/** The letters that follow an order: thanks, and what to do with what came. */
import type { Program } from '../../core/language/program.ts';
import { afterPurchase } from './after-purchase.ts';
import { messages } from './messages.ts';
import { orderThanks } from './order-thanks.ts';

export const program = {
  scenarios: [orderThanks, afterPurchase],
  messages,
} as const satisfies Program;
