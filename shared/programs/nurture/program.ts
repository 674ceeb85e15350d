/** Turns interest into need before the first order; also after the welcome, and after a sample. */
import type { Program } from '../../core/language/program.ts';
import { messages } from './messages.ts';
import { nurture } from './nurture.ts';
import { nurtureAfterWelcome } from './nurture-after-welcome.ts';
import { nurtureSample } from './nurture-sample.ts';

export const program = {
  scenarios: [nurture, nurtureAfterWelcome, nurtureSample],
  messages,
} as const satisfies Program;
