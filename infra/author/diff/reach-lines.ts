/** A change of reach as it is read on a terminal. */

import { percent } from '../../terminal/percent.ts';
import { textTable } from '../../terminal/text-table.ts';
import type { ReachDifference } from './reach-changes.ts';

/** @param customers how many were rehearsed, with both */
export function reachChangeLines({ before, now, changes }: ReachDifference, customers: number): string[] {
  const head = `Reach of ${customers} rehearsed customers: they should get ${moved(before.should, now.should)} messages, and got ${moved(before.got, now.got)}.`;
  if (changes.length === 0) return [head, 'No message goes to others than before.'];
  const rows = changes.map(({ message, before: was, now: is, lives }) => [
    message,
    moved(was.should, is.should),
    moved(was.got, is.got),
    moved(share(was), share(is)),
    lives
      .slice(0, 3)
      .map(([life, times]) => `${life} ${times}`)
      .join(', ') + (lives.length > 3 ? ', …' : ''),
  ]);
  return [head, ...textTable(['message', 'should', 'got', 'reach', 'for whom'], rows).split('\n')];
}

const moved = (was: number | string, is: number | string): string =>
  was === is ? String(is) : `${was} -> ${is}`;

const share = ({ should, got }: ReachDifference['now']): string =>
  should === 0 ? 'nobody' : percent(got, should);
