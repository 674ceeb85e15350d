/** What earlier code wrote, one JSON value a line; lines are added and never changed or taken away. */
import { readHistory } from './history-files.ts';

export type Written =
  | 'lane-messages'
  | 'intake-messages'
  | 'feedback-messages'
  | 'timers'
  | 'records'
  | 'items'
  | 'order-records'
  | 'whole-items';

export const writtenLines = <Line>(name: Written): Line[] =>
  readHistory(`written/${name}.ndjson`)
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
