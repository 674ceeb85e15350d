/** Sends the letter of the week, written without a deployment. */
import type { Program } from '../../core/language/program.ts';
import { campaign } from './campaign.ts';
import { messages } from './messages.ts';

export const program = {
  scenarios: [campaign],
  messages,
} as const satisfies Program;
