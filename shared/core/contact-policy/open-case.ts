/** While a support case is open marketing waits, and goes on the morning after it is closed. */
import type { Temporal } from 'temporal-polyfill';
import { isBoundToMoment } from '../language/message-standing.ts';
import { eventOfTrigger } from '../language/trigger.ts';
import type { Customer } from '../record/customer.ts';
import type { DueMessage } from './due-message.ts';

/** A store that never tells of an end must not fall silent for good. */
const longest = { hours: 24 * 30 };

/** Until when the newest open case holds marketing at most; undefined where none does. */
export function caseUntil(
  { helps }: Pick<Customer, 'helps'>,
  at: Temporal.Instant,
): Temporal.Instant | undefined {
  const ends = helps
    .map((open) => open.at.add(longest))
    .filter((end) => end.epochMilliseconds > at.epochMilliseconds);
  return ends.reduce<Temporal.Instant | undefined>(
    (last, end) => (last && last.epochMilliseconds >= end.epochMilliseconds ? last : end),
    undefined,
  );
}

type Asked = Pick<DueMessage, 'scenario' | 'step' | 'customer' | 'around'>;

/** Until when it holds the message; one that a moment binds does not wait so long. */
export const caseHold = (asked: Asked): Temporal.Instant | undefined =>
  isBoundToMoment(asked.scenario, asked.step) ? undefined : heldUntil(asked);

/** What is bound to a moment never goes while a case is open. */
export const isShutByCase = (asked: Asked): boolean =>
  isBoundToMoment(asked.scenario, asked.step) && heldUntil(asked) !== undefined;

function heldUntil({ scenario, customer, around }: Asked): Temporal.Instant | undefined {
  const isNotice = scenario.kind === 'transactional' || scenario.priority === 'subscription-notice';
  if (isNotice || eventOfTrigger(scenario.trigger)?.startsWith('Help')) return undefined;
  return caseUntil(customer, around.at);
}
