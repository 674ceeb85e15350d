/** What became of each message that came to be due: who got it, and why the others did not. */
import { refusalLetters } from '../../../shared/core/record/refused-entry.ts';
import type { Because } from '../../../shared/core/values/because.ts';
import type { CustomerSeen, TouchpointSeen } from './control.ts';
import { countBy, sorted, type TimesByName } from './counts.ts';

interface MessageReached {
  readonly message: string;
  /** The way led there, and consent, holdout and filter let it go. */
  readonly should: number;
  readonly got: number;
  readonly lost: TimesByName;
  /** What took its place, where the engine tells it. */
  readonly by: TimesByName;
}

export interface Reached {
  /** The worst first. */
  readonly messages: readonly MessageReached[];
  /** Messages that wait at the end, by what holds them. */
  readonly held: TimesByName;
  /** The last refusal of each customer for a scenario: `win-back group-running`. */
  readonly notLetIn: TimesByName;
}

/** Nobody is meant to get it then: it is not lost. */
const notMeant: ReadonlySet<string> = new Set<Because>([
  'no-consent',
  'not-confirmed',
  'no-address',
  'undeliverable-address',
  'unreachable',
  'suppressed',
  'resting',
  'resting-address',
  'mailbox-reader',
  'when-not-met',
  'nothing-to-show',
  'holdout',
  'control-group',
  'not-on-allow-list',
]);

export function reachedOf(customers: Iterable<CustomerSeen>): Reached {
  const all = [...customers];
  const meant = all
    .flatMap(({ touchpoints }) => touchpoints)
    .filter(({ state, because }) => state !== 'skipped' || !notMeant.has(because));
  const open = all.flatMap(({ customer }) => customer.enrolments ?? []).filter(({ ended }) => !ended);
  const refused = all.flatMap(({ customer }) => customer.not ?? []);
  return {
    messages: [...Map.groupBy(meant, ({ template }) => template)]
      .map(([message, those]) => messageReached(message, those))
      .toSorted((a, b) => a.got / a.should - b.got / b.should || (a.message < b.message ? -1 : 1)),
    held: sorted(
      countBy(
        open.flatMap(({ held }) => held ?? []),
        (word) => word,
      ),
    ),
    notLetIn: sorted(countBy(refused, ({ scenario, why }) => `${scenario} ${refusalOf(why)}`)),
  };
}

/** Of its letter, which is left out where it is the usual one. */
const refusalOf = (letter = refusalLetters['not-in-limit'] as string): string =>
  Object.entries(refusalLetters).find(([, stored]) => stored === letter)?.[0] ?? letter;

function messageReached(message: string, touchpoints: readonly TouchpointSeen[]): MessageReached {
  const lost = touchpoints.filter(({ state }) => state === 'skipped' || state === 'unknown');
  return {
    message,
    should: touchpoints.length,
    got: touchpoints.length - lost.length,
    lost: sorted(countBy(lost, ({ because }) => because)),
    by: sorted(
      countBy(
        lost.flatMap(({ by }) => by ?? []),
        (word) => word,
      ),
    ),
  };
}
