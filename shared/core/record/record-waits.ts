/** Forms of what waits in a record, and of who was refused. */
import { entryOf } from './record-entry.ts';
import { instant, json, letterForm, listForm, named, optional, plain } from './record-fields.ts';
import { type KeptRefusal, type RefusedEntry, refusalLetters } from './refused-entry.ts';
import type { ArmedAlarms, Look, WaitingEntry } from './waiting-state.ts';

type Turns = NonNullable<ArmedAlarms['turns']>;
const turns = entryOf<Turns>({ transactional: named('t'), marketing: named('m') });

export const alarms = entryOf<ArmedAlarms>({
  transactional: named('t', instant),
  marketing: named('m', instant),
  passed: optional(named('p', listForm(instant))),
  turns: named('n', turns),
});

export const look = entryOf<Look>({ due: instant, arm: plain, seen: instant, by: plain });

export const refused = entryOf<RefusedEntry>({
  scenario: plain,
  because: named('why', letterForm<KeptRefusal>(refusalLetters, 'not-in-limit')),
  at: instant,
  by: plain,
});

export const waitingEntry = entryOf<WaitingEntry>({
  scenario: plain,
  key: plain,
  at: instant,
  order: plain,
  about: plain,
  event: json,
  beside: plain,
  word: plain,
});
