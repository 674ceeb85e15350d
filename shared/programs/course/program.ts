/** A letter each morning, for who asked for it. */
import type { Program } from '../../core/language/program.ts';
import { honeyAndHerbsCourse } from './honey-and-herbs-course.ts';
import { messages } from './messages.ts';

export const program = {
  scenarios: [honeyAndHerbsCourse],
  messages,
} as const satisfies Program;
