/** Follows up on a product that was looked at more than once. */
import type { Program } from '../../core/language/program.ts';
import { browseFollowUp } from './browse-follow-up.ts';
import { messages } from './messages.ts';

export const program = {
  scenarios: [browseFollowUp],
  messages,
} as const satisfies Program;
