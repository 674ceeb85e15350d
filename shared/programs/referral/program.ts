/** A link to pass on, a welcome for the friend, thanks for who passed it on. */
import type { Program } from '../../core/language/program.ts';
import { messages } from './messages.ts';
import { referralInvitation } from './referral-invitation.ts';
import { referralThanks } from './referral-thanks.ts';
import { referralWelcome } from './referral-welcome.ts';

export const program = {
  scenarios: [referralInvitation, referralWelcome, referralThanks],
  messages,
  // Where both would begin, the friend’s welcome is taken.
  before: { 'referral-welcome': 'welcome' },
} as const satisfies Program;
