/** Welcomes whoever registers or opts in. */
import type { Program } from '../../core/language/program.ts';
import { messages } from './messages.ts';
import { welcome } from './welcome.ts';

export const program = {
  scenarios: [welcome],
  messages,
} as const satisfies Program;
