/** What a row tells, as events of the catalogue that only tell: they build history and let nobody in. */
import type { Temporal } from 'temporal-polyfill';
import { denialsBeside } from '../../../shared/core/events/consent-beside.ts';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import type { EventName } from '../../../shared/core/events/event-catalogue.ts';
import { MalformedEvent, parseEvent } from '../../../shared/core/events/event-schema.ts';
import { importedSource } from '../../../shared/core/values/consent-source.ts';
import { digest } from '../../../shared/core/values/ids.ts';
import { BadRow } from './import-refusal.ts';

export const importKinds = ['customers', 'orders', 'consents'] as const;
export type ImportKind = (typeof importKinds)[number];

type Detail = Readonly<Record<string, unknown>>;

const nameOf: Readonly<Record<ImportKind, EventName>> = {
  customers: 'CustomerRegistered',
  orders: 'OrderPlaced',
  consents: 'ConsentChanged',
};

/** Before anything a store knows: an import without a date only fills gaps. */
const longAgo = '2000-01-01T00:00:00Z';

/** An imported consent is marked as one, with where the file says it came from. */
function sourceOf(source: unknown): string {
  return typeof source === 'string' && source !== '' ? `${importedSource}:${source}` : importedSource;
}

/** Throws {@link BadRow}. */
export function eventsOf(kind: ImportKind, detail: Detail, now: Temporal.Instant): StoreEvent[] {
  if (kind === 'customers') return customerEvents(detail, now);
  if (detail.occurredAt === undefined) throw new BadRow('occurredAt is missing: say when it was');
  if (kind === 'consents') {
    return [factOf('ConsentChanged', { ...detail, consent: imported(detail.consent) }, now)];
  }
  if (detail.consent !== undefined) {
    throw new BadRow('consent is not read from orders: give it with the customers, or in a file of consents');
  }
  return [factOf(nameOf[kind], withoutTick(detail).detail, now)];
}

/** Her tick in a file is an imported consent, told apart from one she gave in the shop; so is what the row says of consent. */
function customerEvents(given: Detail, now: Temporal.Instant): StoreEvent[] {
  const { detail, accepts } = withoutTick({ occurredAt: longAgo, ...given });
  const { consent: said, ...about } = detail;
  const registered = factOf('CustomerRegistered', about, now);
  const denials = denialsBeside(registered);
  const consent = said ?? (accepts === undefined ? undefined : { granted: accepts });
  if (consent === undefined) return [registered, ...denials];
  if (accepts !== undefined && (consent as Detail).granted !== accepts) {
    throw new BadRow('customer.acceptsMarketing and consent.granted do not say the same: leave one out');
  }
  const { occurredAt, customer } = about as { occurredAt?: unknown; customer?: Detail };
  const who = registered.isGuests ? { email: customer?.email } : { id: customer?.id };
  const word = { occurredAt, customer: who, consent: imported(consent) };
  return [registered, factOf('ConsentChanged', word, now), ...denials];
}

function imported(consent: unknown): Detail {
  const given = (consent ?? {}) as Detail;
  return { ...given, source: sourceOf(given.source) };
}

function withoutTick(detail: Detail): { detail: Detail; accepts: boolean | undefined } {
  const { acceptsMarketing, ...customer } = (detail.customer ?? {}) as Record<string, unknown>;
  return { detail: { ...detail, customer }, accepts: acceptsMarketing as boolean | undefined };
}

function factOf(name: EventName, detail: Detail, now: Temporal.Instant): StoreEvent {
  // The same row is the same event, however often the file is read.
  const eventId = detail.eventId ?? `import-${digest([name, JSON.stringify(detail)], 24)}`;
  try {
    const event = parseEvent(name, { ...detail, eventId }, now);
    if (event) return { ...event, replay: 'facts' };
  } catch (error) {
    if (error instanceof MalformedEvent) throw new BadRow(error.message);
    throw error;
  }
  throw new BadRow(`${name} is not an event of the catalogue`);
}
