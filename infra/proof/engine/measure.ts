/** The frozen population's events through the pure engine: what the processor takes for one, without worlds around it. */
import { Temporal } from 'temporal-polyfill';
import { packed, unpacked } from '../../../shared/aws/packed-record.ts';
import { applyEvents } from '../../../shared/core/enrolments/apply-events.ts';
import { atPresent, laidToSleep } from '../../../shared/core/enrolments/sleep/to-the-present.ts';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { parseEvent } from '../../../shared/core/events/event-schema.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { openCheckedBook, type ScenarioBook } from '../../../shared/core/language/scenario-book.ts';
import { type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import { decodeRecord, encodeRecord } from '../../../shared/core/record/record-codec.ts';
import { catalogue, facts, scenarios, segments, surveys } from '../../../shared/library.ts';
import { engineSettings } from '../../../shared/settings/engine-settings.ts';
import { localSettings } from '../../../shared/settings/local-settings.ts';
import { readPopulation } from '../bench/population/population.ts';

export interface Measured {
  readonly scenarios: number;
  readonly events: number;
  /** Microseconds of processor time for an event: decided alone, and with its record read and packed again. */
  readonly decided_us: number;
  readonly whole_us: number;
}

type Told = { readonly event: StoreEvent; readonly at: Temporal.Instant };

/** The library as it ships, and five times as many: of the others half are switched off, half wait for a command. */
export function measureEngine(rounds: number): readonly [Measured, Measured] {
  const told = toldEvents();
  const books = [scenarios, fiveTimes(scenarios)].map((all) =>
    openCheckedBook(all, catalogue, segments, { ...facts, surveys }),
  );
  const best = books.map(() => ({ decided: Number.POSITIVE_INFINITY, whole: Number.POSITIVE_INFINITY }));
  // By turns, so that a slow moment of the machine meets all alike.
  for (let round = 0; round < rounds; round += 1) {
    for (const [nth, book] of books.entries()) {
      const known = best[nth] as (typeof best)[number];
      known.decided = Math.min(known.decided, played(told, book, kept));
      known.whole = Math.min(known.whole, played(told, book, stored));
    }
  }
  const measuredOf = (nth: number): Measured => ({
    scenarios: books[nth]?.current.length ?? 0,
    events: told.length,
    decided_us: (best[nth]?.decided ?? 0) / told.length,
    whole_us: (best[nth]?.whole ?? 0) / told.length,
  });
  return [measuredOf(0), measuredOf(1)];
}

function toldEvents(): Told[] {
  return readPopulation('year').events.flatMap(({ at_ms, name, detail }) => {
    const at = Temporal.Instant.fromEpochMilliseconds(at_ms);
    const event = 'customer' in detail ? parseEvent(name, detail, at) : undefined;
    return event ? [{ event, at }] : [];
  });
}

function fiveTimes(shipped: readonly Scenario[]): Scenario[] {
  const copies = (name: string, change: (one: Scenario) => Partial<Scenario>) =>
    shipped.map((one) => ({ ...one, ...change(one), id: `${name}-${one.id}`.slice(0, 64) }) as Scenario);
  const off = () => ({ enabled: false });
  const commanded = ({ trigger: { whileRunning } }: Scenario) => ({
    trigger: { command: true, oncePer: 'ever', whileRunning } as const,
  });
  return [
    ...shipped,
    ...['off', 'off-too'].flatMap((name) => copies(name, off)),
    ...['asked', 'asked-too'].flatMap((name) => copies(name, commanded)),
  ];
}

interface Keeping<Kept> {
  keep(customer: Customer): Kept;
  give(kept: Kept): Customer;
}

const kept: Keeping<Customer> = { keep: (customer) => customer, give: (customer) => customer };
const stored: Keeping<ReturnType<typeof packed>> = {
  keep: (customer) => packed(encodeRecord(customer)),
  give: (record) => decodeRecord(unpacked(record)),
};

/** Microseconds of processor time for all events. */
function played<Kept>(told: readonly Told[], book: ScenarioBook, { keep, give }: Keeping<Kept>): number {
  const settings = engineSettings(localSettings());
  const records = new Map<string, Kept>();
  const before = process.cpuUsage();
  for (const { event, at } of told) {
    const around = { settings, book, at };
    const { id } = event.detail.customer;
    const known = records.get(id);
    const customer = known === undefined ? newCustomer('shop', id) : give(known);
    const applied = applyEvents(atPresent(customer, around), [event], around);
    if (applied.changed) records.set(id, keep(laidToSleep(applied.customer, around)));
  }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
