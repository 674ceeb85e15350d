/** Tells who asked or looked that a product is back, or costs less. */
import type { Program } from '../../core/language/program.ts';
import { backInStock } from './back-in-stock.ts';
import { messages } from './messages.ts';
import { priceDrop } from './price-drop.ts';

export const program = {
  scenarios: [backInStock, priceDrop],
  messages,
} as const satisfies Program;
