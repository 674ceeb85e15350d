/** What the embedded cloud holds in memory. */
import { randomBytes } from 'node:crypto';
import { scenarios, segments } from '../../shared/library.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { namesOf, type StackNames } from '../stack/names.ts';
import type { Archive } from './bus/archive.ts';
import { EventBuses } from './bus/bus.ts';
import { productArchives } from './bus/product-archives.ts';
import { Replays } from './bus/replays.ts';
import { productRules } from './bus/rules.ts';
import { Mailbox } from './mail/mailbox.ts';
import { type LocalQueues, productQueues } from './queues/queues.ts';
import { Schedules } from './services/schedules.ts';
import { Tally } from './tally.ts';
import { Agenda } from './time/agenda.ts';
import { CloudClock } from './time/clock.ts';

export interface State {
  readonly settings: Settings;
  readonly names: StackNames;
  readonly clock: CloudClock;
  readonly agenda: Agenda;
  readonly tally: Tally;
  readonly queues: LocalQueues;
  readonly buses: EventBuses;
  readonly archives: readonly Archive[];
  readonly replays: Replays;
  readonly schedules: Schedules;
  readonly mailbox: Mailbox;
  /** Signs links and derives codes. */
  readonly secret: string;
}

/**
 * @param startAt_ms where the clock begins
 * @param changed is told when something new may be due or handed over
 * @param secret drawn anew where none is given
 */
export function newState(
  settings: Settings,
  startAt_ms: number | undefined,
  changed: () => void,
  secret = randomBytes(32).toString('base64url'),
): State {
  const names = namesOf(settings);
  const clock = new CloudClock(startAt_ms);
  const agenda = new Agenda(changed);
  const queues = productQueues(agenda, settings, names, changed);
  const schedules = new Schedules(agenda, queues, names.timerDeadLetters);
  for (const group of ['default', names.scheduleGroup]) schedules.groups.set(group, clock.now_ms());
  const archives = productArchives(settings, names, clock.now_ms());
  const buses = new EventBuses(productRules(settings, names, queues, { scenarios, segments }), archives);
  return {
    settings,
    names,
    clock,
    agenda,
    tally: new Tally(),
    queues,
    buses,
    archives,
    replays: new Replays(agenda, buses),
    schedules,
    mailbox: new Mailbox(),
    secret,
  };
}
