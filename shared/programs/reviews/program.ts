/** Asks for a review, and answers it. */
import type { Program } from '../../core/language/program.ts';
import { messages } from './messages.ts';
import { reviewRequest } from './review-request.ts';
import { reviewThanks } from './review-thanks.ts';

export const program = {
  scenarios: [reviewRequest, reviewThanks],
  messages,
} as const satisfies Program;
