/** Moves the clock on behalf of whoever tests or demonstrates. */
import { Temporal } from 'temporal-polyfill';
import type { Json } from '../http/message.ts';
import type { Tally } from '../tally.ts';
import type { CloudClock } from '../time/clock.ts';
import type { Stepper } from '../time/stepper.ts';
import { ControlError } from './control-error.ts';
import { instantText } from './instant-text.ts';

export interface ClockControl {
  now(): Temporal.Instant;
  /** Steps on by an ISO 8601 duration, calendar units in UTC; `PT0S` waits until all is quiet. Resolves to the new now. */
  advance(duration: string): Promise<Temporal.Instant>;
  /** Steps on to a moment. While nothing has happened yet, an earlier moment is set at once. */
  to(moment: string): Promise<Temporal.Instant>;
  /**
   * As `to`, but resolves as soon as everything until then has begun: work of other customers may still run. The
   * clock stands still until the next move that settles. For players of many events, who settle at the end.
   */
  passTo(moment: string): Promise<Temporal.Instant>;
}

const example = 'Send {"advance":"P7D"} or {"to":"2026-11-22T09:00:00Z"}.';

function durationOf(text: string): Temporal.Duration {
  try {
    return Temporal.Duration.from(text);
  } catch {
    throw new ControlError(
      400,
      `"${text}" is not an ISO 8601 duration.`,
      'Write P7D, PT1H or PT90S, for example.',
    );
  }
}

function momentOf(text: string): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    const remedy = 'Write 2026-11-22T09:00:00Z, or another offset for Z.';
    throw new ControlError(400, `"${text}" is not an ISO 8601 moment with an offset.`, remedy);
  }
}

function refuseGoingBack(now_ms: number, target_ms: number): number {
  if (target_ms >= now_ms) return target_ms;
  throw new ControlError(
    400,
    `The clock stands at ${instantText(now_ms)} and cannot go back to ${instantText(target_ms)}.`,
    'Go forward, or start anew: before anything has happened the clock may be set to any moment.',
  );
}

export function clockControl(clock: CloudClock, stepper: Stepper, tally: Tally): ClockControl {
  const now = () => Temporal.Instant.fromEpochMilliseconds(clock.now_ms());
  async function step(target: (now_ms: number) => number, settle = true): Promise<Temporal.Instant> {
    let reached_ms = 0;
    await stepper.advance((now_ms) => {
      reached_ms = target(now_ms);
      return reached_ms;
    }, settle);
    return Temporal.Instant.fromEpochMilliseconds(reached_ms);
  }
  function stepTo(text: string, settle: boolean): Promise<Temporal.Instant> {
    const target_ms = momentOf(text);
    return step((now_ms) => {
      if (tally.touched) return refuseGoingBack(now_ms, target_ms);
      if (target_ms < now_ms) clock.set(target_ms);
      return target_ms;
    }, settle);
  }
  return {
    now,
    async advance(text) {
      const duration = durationOf(text);
      return step((now_ms) => {
        const start = Temporal.Instant.fromEpochMilliseconds(now_ms).toZonedDateTimeISO('UTC');
        return refuseGoingBack(now_ms, start.add(duration).epochMilliseconds);
      });
    },
    to: (text) => stepTo(text, true),
    passTo: (text) => stepTo(text, false),
  };
}

/** `POST /_local/clock`. */
export async function moveClock(control: ClockControl, body: Json): Promise<Json> {
  const { advance, to, settle } = body;
  const given = [advance, to].filter((value) => value !== undefined);
  if (given.length !== 1 || typeof given[0] !== 'string') {
    throw new ControlError(400, 'The body must hold either "advance" or "to", as text.', example);
  }
  if (settle !== undefined && (typeof settle !== 'boolean' || advance !== undefined)) {
    throw new ControlError(400, '"settle" is true or false, and goes with "to" alone.', example);
  }
  const move = settle === false ? control.passTo : control.to;
  const now = typeof advance === 'string' ? await control.advance(advance) : await move(String(to));
  return { now: now.toString() };
}
