/** Asks whoever signed up to confirm it: no marketing goes before. */
import type { Program } from '../../core/language/program.ts';
import { confirmOptIn } from './confirm-opt-in.ts';
import { messages } from './messages.ts';

export const program = {
  scenarios: [confirmOptIn],
  messages,
} as const satisfies Program;
