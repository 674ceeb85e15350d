/** Asks whether it is still in use, and helps who has stopped. */
import type { Program } from '../../core/language/program.ts';
import { messages } from './messages.ts';
import { pulse } from './pulse.ts';
import { pulseAnswered } from './pulse-answered.ts';
import { pulseSurvey } from './survey.ts';

export const program = {
  scenarios: [pulse, pulseAnswered],
  messages,
  surveys: [pulseSurvey],
} as const satisfies Program;
