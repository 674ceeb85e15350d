/** What may be told a customer in a test: events, timers, words and looks, each with its moment. */
import type { StoreEvent } from '../../shared/core/events/event.ts';
import type { EnrolMessage } from '../../shared/core/events/intake-message.ts';
import type { Because } from '../../shared/core/values/because.ts';
import { at as instantOf } from './events.ts';

/** A timer of the story's running enrolment, at a time of its own or else at its due. */
export interface TimerFired {
  readonly timer: string;
  readonly at?: string | undefined;
}

/** The mail service refused the last message that the story claimed, or the one of a step. */
export interface Refused {
  readonly refused: string;
  readonly because: Because;
  readonly at: string;
  readonly step?: string | undefined;
}

/** An event comes at the moment it occurred, unless told otherwise. */
interface EventCame {
  readonly event: StoreEvent;
  readonly at: string;
}

/** A word of the engine for her: a command, an occurrence of a schedule, a store's event about many. */
export interface CommandCame {
  readonly command: EnrolMessage;
  readonly at: string;
}

/** Her segments, dates and schedules are looked at. */
export interface LookFired {
  readonly look: string;
}

export type Input = StoreEvent | EventCame | TimerFired | Refused | CommandCame | LookFired;

export const timer = (scenario: string, at?: string): TimerFired => ({ timer: scenario, at });
export const late = (event: StoreEvent, at: string): EventCame => ({ event, at });
export const refused = (scenario: string, because: Because, at: string, step?: string): Refused => ({
  refused: scenario,
  because,
  at,
  step,
});

/** A word with a key, at the moment it speaks of unless told otherwise. */
export const command = (
  scenario: string,
  key: string,
  when: string,
  parts: CommandParts = {},
): CommandCame => ({
  command: {
    kind: 'enrol',
    customer: 'c-1',
    scenario,
    key,
    at: instantOf(when).toString(),
    event: parts.event,
  },
  at: parts.at ?? when,
});
interface CommandParts {
  readonly at?: string;
  readonly event?: EnrolMessage['event'];
}
export const look = (at: string): LookFired => ({ look: at });
