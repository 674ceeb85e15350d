/** A present around the birthday: in the month, or in the week. */
import type { Program } from '../../core/language/program.ts';
import { birthdayMonth } from './birthday-month.ts';
import { birthdayWeek } from './birthday-week.ts';
import { messages } from './messages.ts';

export const program = {
  scenarios: [birthdayMonth, birthdayWeek],
  messages,
} as const satisfies Program;
