/** Writes when supply at home runs out, when a customer drifts away, and before it lets go. */
import type { Program } from '../../core/language/program.ts';
import { messages } from './messages.ts';
import { reEngagement } from './re-engagement.ts';
import { replenishment } from './replenishment.ts';
import { sunset } from './sunset.ts';
import { sunsetReturn } from './sunset-return.ts';

export const program = {
  scenarios: [replenishment, reEngagement, sunset, sunsetReturn],
  messages,
} as const satisfies Program;
