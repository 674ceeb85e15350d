/** Reminds of a cart or a checkout that was left. */
import type { Program } from '../../core/language/program.ts';
import { cartAbandonment } from './cart-abandonment.ts';
import { checkoutAbandonment } from './checkout-abandonment.ts';
import { messages } from './messages.ts';

export const program = {
  scenarios: [cartAbandonment, checkoutAbandonment],
  messages,
} as const satisfies Program;
