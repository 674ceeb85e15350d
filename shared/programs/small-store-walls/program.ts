/** Six letters of a small store that take down what holds a first customer back. */
import type { Program } from '../../core/language/program.ts';
import { messages } from './messages.ts';
import { smallStoreWalls } from './small-store-walls.ts';

export const program = {
  scenarios: [smallStoreWalls],
  messages,
} as const satisfies Program;
