/** The ports by which a thing happens later: timers, and the lanes they fill. */
import type { Temporal } from 'temporal-polyfill';
import type { LaneMessage, LookMessage, TimerMessage } from '../core/events/lane-message.ts';
import type { Lane } from '../core/record/touchpoint.ts';

type Instant = Temporal.Instant;

/** A timer to be armed: it puts `message` into `lane`. */
export interface Arming {
  /** Derived; at most 64 characters of `[0-9a-zA-Z-_]`. */
  readonly name: string;
  readonly due: Instant;
  readonly lane: Lane;
  readonly message: TimerMessage | LookMessage;
}

export interface Timers {
  /**
   * One one-shot timer that puts `message` into its lane at `due`, rounded up to the minute. Arming the same name
   * again is harmless. `past`: the time has gone by meanwhile; nothing was armed.
   */
  arm(timer: Arming): Promise<'armed' | 'past'>;
  /** Takes a timer away, if it is there. */
  disarm(name: string): Promise<void>;
}

export interface Lanes {
  /** `delay_s`: 0 to 900. */
  enqueue(lane: Lane, message: LaneMessage, delay_s: number): Promise<void>;
  /** About how many messages wait to be taken, in both lanes; delayed ones are not counted. */
  backlog(): Promise<number>;
}
