/** One time at which a date or a schedule lets a customer in, and from when on such times have not been asked yet. */
import type { Temporal } from 'temporal-polyfill';
import type { Scenario } from '../language/scenario.ts';
import type { Customer } from '../record/customer.ts';
import type { EngineSettings } from '../record/engine-settings.ts';
import { isBefore, latest } from '../values/civil-time.ts';
import { spanOf_ms } from '../values/duration.ts';
import { fraction } from '../values/ids.ts';

type Instant = Temporal.Instant;

export interface Occurrence {
  readonly scenario: Scenario;
  /** The civil day it stands for: "2026-12-01". One entry for each. */
  readonly key: string;
  readonly at: Instant;
}

/**
 * Occurrences at or before this are no matter any more: her last look has asked them, or they are staler than the
 * scenario's freshness.
 */
export function askedUntil(
  scenario: Scenario,
  customer: Customer,
  at: Instant,
  settings: EngineSettings,
): Instant {
  const span_ms = spanOf_ms(scenario.trigger.freshness ?? settings.freshness);
  return latest(customer.look?.seen, at.subtract({ milliseconds: span_ms }));
}

/** When to look for an occurrence: spread over the settings' minutes by hash, so that ten o'clock is not one spike. */
export function nextLookFor(
  occurrence: Instant,
  customer: Customer,
  at: Instant,
  settings: EngineSettings,
): Instant {
  const share = fraction(['jitter', customer.store, customer.id, 'look']);
  const spread = occurrence.add({ seconds: Math.floor(share * (settings.jitter_minutes + 1)) * 60 });
  return isBefore(spread, at) ? at : spread;
}
