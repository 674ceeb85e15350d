/** What somebody is told within minutes of messages that cannot be handled and are tried again. */
import type { Measures } from './measures.ts';
import type { Watch } from './watch.ts';

/** A right that is missing is nobody's daily life; a throttle or a hiccup is, and ten within five minutes are not. */
export function retryWatches(measures: Measures): Watch[] {
  return [
    {
      id: 'retried-denied',
      entry: 'retried-denied',
      says: 'A function lacks a right, or its table or queue is gone: its messages fail, and are dead letters within half an hour.',
      metric: measures.ours('RetriedDenied', 5),
      atLeast: 1,
    },
    {
      id: 'retried-throttled',
      entry: 'retried-throttled',
      says: 'At least ten messages of five minutes were put back, because a table or service takes no more.',
      metric: measures.ours('RetriedThrottled', 5),
      atLeast: 10,
    },
    {
      id: 'retried-other',
      entry: 'retried-other',
      says: 'At least ten messages of five minutes failed, and are tried again.',
      metric: measures.ours('RetriedOther', 5),
      atLeast: 10,
    },
  ];
}
