/** The first days with a first parcel, and the way to a person for questions. */
import type { Program } from '../../core/language/program.ts';
import { messages } from './messages.ts';
import { onboarding } from './onboarding.ts';
import { onboardingHelp } from './onboarding-help.ts';

export const program = {
  scenarios: [onboarding, onboardingHelp],
  messages,
} as const satisfies Program;
