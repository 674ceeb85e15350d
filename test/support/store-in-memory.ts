/** A store's whole engine in memory: events in, virtual time, mails out. Calendar and crash tests read by it. */
import { Temporal } from 'temporal-polyfill';
import { openStore } from '../../infra/author/play/play-store.ts';
import type { StoreEvent } from '../../shared/core/events/event.ts';
import type { EventName } from '../../shared/core/events/event-catalogue.ts';
import { parseEvent } from '../../shared/core/events/event-schema.ts';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import type { Duration } from '../../shared/core/values/duration.ts';
import { exampleSettings } from '../../shared/example/settings.ts';
import type { World } from '../../shared/ports/world.ts';
import { parseSettings, type Settings } from '../../shared/settings/settings.ts';
import { deployedQueues } from './deployed-queues.ts';
import { libraryOf, scenarios as shipped } from './shipped.ts';

export { exampleSettings };

export interface StoreOptions {
  readonly startAt: string;
  readonly settings?: Partial<Record<keyof Settings, unknown>>;
  readonly scenarios?: readonly Scenario[];
  /** Wraps the ports, to break them on purpose. */
  readonly through?: (world: World) => World;
}

export function storeInMemory(options: StoreOptions) {
  const settings = parseSettings({ ...exampleSettings, ...options.settings });
  const { world, engine, sending } = openStore({
    startAt: Temporal.Instant.from(options.startAt),
    settings,
    scenarios: options.scenarios ?? shipped,
    library: libraryOf(options.scenarios ?? shipped),
    through: options.through,
  });
  const { deadLetters, failures, handle, drain, put } = deployedQueues({ world, engine, sending });

  /** Lets time pass up to an instant ("2026-…Z"), or for a span. */
  const pass = async (time: string | Duration) => {
    const until = typeof time === 'string' ? Temporal.Instant.from(time) : spanFrom(world.clock.now(), time);
    await drain();
    await world.run(until, handle);
    await drain();
  };

  return {
    world,
    engine,
    sending,
    settings,
    failures,
    pass,
    handle,
    drain,
    event: (name: EventName, detail: Record<string, unknown>) => eventOf(name, detail, world.clock.now()),
    put,
    /** What was dead-lettered, expected or not. */
    deadLetters: deadLetters.reasons,
    /** Does `work`, of which production must dead-letter something for a reason like `pattern`. */
    expectDeadLetter: <Result>(pattern: RegExp, work: () => Promise<Result>) =>
      deadLetters.expect(pattern, work),
    /** The mails that went out, as a calendar: local time, template. */
    calendar: (zone: string) =>
      world.mailer.mails.map((mail) => `${localTime(mail.at, zone)} ${mail.tags.template}`),
    touchpoints: (customer: string) => world.touchpoints.list(customer),
  };
}

export type StoreInMemory = ReturnType<typeof storeInMemory>;

function spanFrom(start: Temporal.Instant, span: Duration): Temporal.Instant {
  return start.toZonedDateTimeISO('UTC').add(span).toInstant();
}

function localTime(at: Temporal.Instant, zone: string): string {
  const wall = at.toZonedDateTimeISO(zone);
  return `${wall.toPlainDate()} ${wall.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

function eventOf(name: EventName, detail: Record<string, unknown>, now: Temporal.Instant): StoreEvent {
  const event = parseEvent(name, { eventId: `${name}-${JSON.stringify(detail).length}`, ...detail }, now);
  if (!event) throw new Error(`${name} is not in the catalogue`);
  return event;
}

/** An order of the customer as the wire has it; `extra` overrides. */
export function orderDetail(order: string, occurredAt: string, extra: Record<string, unknown> = {}) {
  return {
    eventId: `${order}-${occurredAt}`,
    occurredAt,
    customer: {
      id: 'c-1',
      email: 'hana@example.com',
      name: 'Hana',
      locale: 'ja',
      timeZone: 'Asia/Tokyo',
      acceptsMarketing: true,
    },
    order: {
      id: order,
      currency: 'JPY',
      total: 5400,
      items: [{ productId: 'p-1', name: 'Serum', quantity: 1, unitPrice: 5400 }],
    },
    ...extra,
  };
}
