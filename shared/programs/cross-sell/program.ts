/** Shows what goes with what a customer has. */
import type { Program } from '../../core/language/program.ts';
import { crossSell } from './cross-sell.ts';
import { messages } from './messages.ts';

export const program = {
  scenarios: [crossSell],
  messages,
} as const satisfies Program;
