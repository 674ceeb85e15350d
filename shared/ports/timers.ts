/** The port of the timers: by them a thing happens later. */
import type { Temporal } from 'temporal-polyfill';
import type { LookMessage, TimerMessage } from '../core/events/lane-message.ts';
import type { Lane } from '../core/values/lane.ts';

type Instant = Temporal.Instant;

/** An alarm to be armed: it puts `message` into `lane`. */
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
   * again is harmless. `past`: the time has gone by meanwhile; nothing was armed. `busy`: the service takes no more at
   * the moment, and nobody waits for it; what was asked is not known to be armed.
   */
  arm(timer: Arming): Promise<'armed' | 'past' | 'busy'>;
  /** Takes a timer away, if it is there. */
  disarm(name: string): Promise<void>;
}
