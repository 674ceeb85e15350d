/** Announces a new product and a sale. */
import type { Program } from '../../core/language/program.ts';
import { messages } from './messages.ts';
import { newProduct } from './new-product.ts';
import { sale } from './sale.ts';

export const program = {
  scenarios: [newProduct, sale],
  messages,
} as const satisfies Program;
