/** Accompanies the booking of an event: confirmation, reminders, changes, what comes after. */
import type { Program } from '../../core/language/program.ts';
import { eventBooking } from './event-booking.ts';
import { eventChanged } from './event-changed.ts';
import { eventFollowUp } from './event-follow-up.ts';
import { messages } from './messages.ts';

export const program = {
  scenarios: [eventBooking, eventChanged, eventFollowUp],
  messages,
} as const satisfies Program;
