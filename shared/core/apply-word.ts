/** A word of the engine about one customer: a command, an occurrence of a schedule, or a store's event about many. */
import { entriesBySegment } from './apply-entries.ts';
import { type Applied, finished } from './apply-events.ts';
import type { Customer } from './customer.ts';
import { enterByWord } from './enter.ts';
import { wordHash } from './enter-entry.ts';
import type { EnrolMessage } from './intake-message.ts';
import { withEarlierLook } from './look.ts';
import { withSegments } from './segments.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Lets the customer into the scenario that the word names, or notes why not. A scenario that this code does not have
 * lets nobody in: the newest version is asked. A repeat changes nothing and finds the same to do after the save.
 */
export function applyWord(customer: Customer, message: EnrolMessage, around: Surroundings): Applied {
  const by = wordHash(message);
  const state: Applied = { customer, changed: false, before: [], after: [], notes: [] };
  const scenario = around.book.current.find(({ id }) => id === message.scenario);
  if (!scenario) return state;
  const entry = enterByWord(scenario, customer, message, around);
  const note = { because: entry.because, event: 'word', scenario: scenario.id } as const;
  if (!entry.entered) return finished({ ...state, notes: [note] }, new Set([by]), around);
  const sorted = withSegments(entry.customer, around.at, around, by);
  const more = entriesBySegment(sorted, around.at, 'word', by, around);
  const notes = [note, ...more.notes];
  const before = [...entry.before, ...more.before];
  const next = withEarlierLook(more.customer, around.at, around, by);
  return finished({ ...state, customer: next, changed: true, before, notes }, new Set([by]), around);
}
