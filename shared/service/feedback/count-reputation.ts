/** How mail was received, counted once for each batch of what the mail service reports. */
import { Temporal } from 'temporal-polyfill';
import {
  addedByKind,
  type CountsByKind,
  firstJudged,
  hourOf,
  noCountsByKind,
  noReputationCounts,
  type ReputationCounts,
} from '../../core/record/breaker.ts';
import type { RecordedTouchpoint, Touchpoint } from '../../core/record/touchpoint.ts';
import { isBefore } from '../../core/values/civil-time.ts';
import type { JudgedKind } from '../../core/values/judged-kind.ts';
import type { WithoutBook } from '../saving/engine.ts';
import { touchpointOfEvent } from './feedback.ts';
import type { SesEvent } from './ses-events.ts';

/**
 * Adds the events of a batch to the hours in which their mails were sent: one write for each hour, mostly one. Bounces
 * and complaints that were `known` before the batch are left out, and mails too old for the breaker to ask of. A count that cannot be written is given up: it is an
 * estimate, and must not have the batch told again.
 */
export async function countReputation(
  engine: WithoutBook<'clock' | 'reputation' | 'log'>,
  events: readonly SesEvent[],
  known: ReadonlyMap<string, RecordedTouchpoint>,
): Promise<void> {
  const { world } = engine;
  const hours = new Map<number, CountsByKind>();
  const counted = new Set<string>();
  const first = firstJudged(world.clock.now());
  for (const event of events) {
    const touchpoint = touchpointOfEvent(event, engine.settings.store);
    const count = countOf(event);
    if (!count || !touchpoint) continue;
    const isKnown = event.kind !== 'sent' && known.get(touchpoint.id)?.feedback[event.kind] !== undefined;
    const name = `${event.kind} ${touchpoint.id}`;
    if (isKnown || counted.has(name) || isBefore(event.sentAt, first)) continue;
    counted.add(name);
    const hour_ms = hourOf(event.sentAt).epochMilliseconds;
    const kind = judgedKindOf(event, touchpoint);
    hours.set(hour_ms, addedByKind(hours.get(hour_ms) ?? noCountsByKind, { [kind]: count }));
  }
  const spreadBy = events[0]?.messageId ?? '';
  for (const [hour_ms, counts] of hours) {
    try {
      await world.reputation.add(Temporal.Instant.fromEpochMilliseconds(hour_ms), counts, spreadBy);
    } catch (error) {
      world.log.warn('not counted', { because: error instanceof Error ? error.name : 'unknown' });
    }
  }
}

/** As it was told by the mail's tag; a mail of before there was one is of its lane's kind. */
function judgedKindOf({ tags }: SesEvent, { kind }: Touchpoint): JudgedKind {
  return tags.judged === 'unconfirmed' && kind === 'transactional' ? 'unconfirmed' : kind;
}

function countOf({ kind, countsAgainst }: SesEvent): ReputationCounts | undefined {
  if (kind === 'sent') return { ...noReputationCounts, sent: 1 };
  if (!countsAgainst) return undefined;
  return kind === 'complained'
    ? { ...noReputationCounts, complained: 1 }
    : { ...noReputationCounts, bounced: 1 };
}
