/** From when to when events are replayed. */
import { Temporal } from 'temporal-polyfill';
import { OperatorRefusal, WrongUsage } from '../../terminal/refusal.ts';

/** Events whose time lies in [from, to). EventBridge counts in whole seconds. */
export interface Window {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

function momentOf(option: string, text: string, zone: string, dayEnds: boolean): Temporal.Instant {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) {
      const day = Temporal.PlainDate.from(text);
      return (dayEnds ? day.add({ days: 1 }) : day).toZonedDateTime(zone).toInstant();
    }
    return Temporal.Instant.from(text).round({ smallestUnit: 'second', roundingMode: 'floor' });
  } catch {
    throw new WrongUsage(`--${option} takes 2026-11-22 or 2026-11-22T09:00:00Z, not "${text}".`);
  }
}

/**
 * Reads `--from` and `--to`. A date is a day of the store's zone: from its first moment, to its last.
 *
 * @throws `WrongUsage`, `OperatorRefusal` for a window that is empty or not over yet
 */
export function windowOf(from: string, to: string, now: Temporal.Instant, zone: string): Window {
  const window = { from: momentOf('from', from, zone, false), to: momentOf('to', to, zone, true) };
  if (Temporal.Instant.compare(window.to, window.from) <= 0) {
    throw new OperatorRefusal(
      `--to (${window.to}) is not after --from (${window.from}): nothing lies between.`,
    );
  }
  if (Temporal.Instant.compare(now, window.to) < 0) {
    throw new OperatorRefusal(
      `--to (${window.to}) is in the future, where no events are yet: it is ${now.round('second')}. Give a moment that is over.`,
    );
  }
  return window;
}
