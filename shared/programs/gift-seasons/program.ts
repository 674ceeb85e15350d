/** Writes to last season’s givers before the next one, and remembers who gave. */
import type { Program } from '../../core/language/program.ts';
import { giftChristmas } from './gift-christmas.ts';
import { giftMemory } from './gift-memory.ts';
import { giftOchugen } from './gift-ochugen.ts';
import { giftOseibo } from './gift-oseibo.ts';
import { messages } from './messages.ts';

export const program = {
  scenarios: [giftOchugen, giftOseibo, giftChristmas, giftMemory],
  messages,
  // Its place among those that follow an order is part of what is decided in one moment: it stays.
  before: { 'gift-memory': 'small-store-walls' },
} as const satisfies Program;
