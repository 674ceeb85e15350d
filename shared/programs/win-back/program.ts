/** Asks for customers back who have not ordered for long. */
import type { Program } from '../../core/language/program.ts';
import { messages } from './messages.ts';
import { vipForgotten } from './vip-forgotten.ts';
import { vipRemembered } from './vip-remembered.ts';
import { winBack } from './win-back.ts';

export const program = {
  scenarios: [vipRemembered, vipForgotten, winBack],
  messages,
} as const satisfies Program;
