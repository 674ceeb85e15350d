/** A store in memory whose scenarios begin by the clock or by a word: events, looks and the engine's own messages. */
import type { Temporal } from 'temporal-polyfill';
import { readIntakeMessage } from '../../functions/boundary/intake-message.ts';
import { readLaneMessage } from '../../functions/boundary/lane-message.ts';
import type { StoreEvent } from '../../shared/core/events/event.ts';
import type { LaneMessage } from '../../shared/core/events/lane-message.ts';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import { openBook } from '../../shared/core/language/scenario-book.ts';
import type { Segment } from '../../shared/core/language/segment.ts';
import { decodeRecord, type StoredRecord } from '../../shared/core/record/record-codec.ts';
import { exampleSettings } from '../../shared/example/settings.ts';
import { memoryWorld } from '../../shared/memory/memory-world.ts';
import { handleIntake } from '../../shared/service/intake/handle-intake.ts';
import { ingest } from '../../shared/service/intake/ingest.ts';
import { engineOf } from '../../shared/service/saving/engine.ts';
import { handleLook } from '../../shared/service/sending/handle-look.ts';
import { parseSettings } from '../../shared/settings/settings.ts';
import { at, wall } from './events.ts';
import { templates } from './scenarios.ts';
import { segments as shipped } from './shipped.ts';

interface Options {
  readonly startAt: string;
  readonly scenarios: readonly Scenario[];
  readonly segments?: readonly Segment[];
}

const stages = ['prospect', 'first-time', 'regular', 'vip', 'dormant', 'churned'];
/** The segments of a customer's life, of which one holds at a time. */
export const lifecycle: readonly Segment[] = shipped.filter(({ name }) => stages.includes(name));

/** Times are on a wall in Tokyo. Mails are never sent: what counts here is who is let in, and when. */
export function storeByClock({ startAt, scenarios, segments = lifecycle }: Options) {
  const segmentsTold = segments.map(({ name }) => name);
  const own = { timeZone: 'Asia/Tokyo', jitterMinutes: 0, segmentsTold };
  const settings = parseSettings({ ...exampleSettings, ...own });
  const world = memoryWorld({ startAt: at(startAt), settings });
  const engineWith = (others: readonly Scenario[]) =>
    engineOf(world, openBook(others, templates, segments), settings);
  const engine = engineWith(scenarios);
  const handled: LaneMessage[] = [];

  const store = {
    world,
    engine,
    engineWith,
    /** What came out of the lanes. */
    handled,
    async put(...events: StoreEvent[]) {
      await ingest(engine, events[0]?.detail.customer.id ?? '', events);
    },
    /** Handles the intake queue until it is empty; how many messages there were. */
    async drain(by = engine): Promise<number> {
      let count = 0;
      for (let own = world.intake.take(); own; own = world.intake.take()) {
        await handleIntake(by, readIntakeMessage(own));
        count += 1;
      }
      return count;
    },
    async pass(until: string) {
      await world.run(at(until), async (_, sent) => {
        const message = readLaneMessage(JSON.stringify(sent));
        handled.push(message);
        if (message.kind === 'look') await handleLook(engine, message);
      });
    },
    async customer(id = 'c-1') {
      const customer = await world.customers.load(id);
      if (!customer) throw new Error(`nobody is ${id}`);
      return customer;
    },
    /** `scenario key since`, of all her runs. */
    async enrolments(id = 'c-1') {
      const { enrolments } = await store.customer(id);
      return enrolments.map(({ scenario, key, enteredAt }) => `${scenario} ${key} ${wall(enteredAt)}`);
    },
    alarmsArmed: () => world.timers.pending().map(({ due }) => wall(due)),
    /** When each of all customers is looked at next. */
    looksDue: () =>
      world.records
        .ids()
        .map((id) => decodeRecord(world.records.stored(id) as StoredRecord).look?.due)
        .flatMap((due) => (due ? wall(due) : [])),
    now: (): Temporal.Instant => world.clock.now(),
  };
  return store;
}
