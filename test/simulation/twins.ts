/**
 * A seed's storefront, played twice beside each other without faults: in one store enrolments sleep, in the other none does.
 * After each act the same must be true of both: mails, entries, goals, endings and groups.
 */
import { Temporal } from 'temporal-polyfill';
import type { ScenarioBook } from '../../shared/core/language/scenario-book.ts';
import { upToMinute } from '../../shared/core/values/minute.ts';
import { memoryWorld } from '../../shared/memory/memory-world.ts';
import type { World } from '../../shared/ports/world.ts';
import { handleIntake } from '../../shared/service/intake/handle-intake.ts';
import { type Engine, engineOf, surroundingsNow } from '../../shared/service/saving/engine.ts';
import { handleLaneMessage } from '../../shared/service/sending/handle-lane-message.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { takeBusMessage } from '../support/take-bus-message.ts';
import { bookOf, type ScenarioChoice } from './books.ts';
import { randomOf } from './random.ts';
import type { BusAct } from './sim-bus.ts';
import { simSettings } from './sim-settings.ts';
import { planStorefront } from './storefront.ts';
import { planGoods } from './storefront-goods.ts';
import { shortTemplates } from './templates.ts';
import { type KnownRuns, learnRuns, seenOf } from './twin-view.ts';

export interface TwinOptions {
  readonly seed: number;
  readonly customers: number;
  readonly days: number;
  readonly scenarios: ScenarioChoice;
  readonly startAt: Temporal.Instant;
  /** Plays only these customers' events. */
  readonly only?: readonly string[] | undefined;
}

export interface Twins {
  /** Comparisons of one customer after one act. */
  readonly compared: number;
  readonly mails: number;
  /** Messages that the lanes of each store brought. */
  readonly handled: { readonly asleep: number; readonly awake: number };
  readonly difference: { readonly at: string; readonly detail: string } | undefined;
}

type Act = BusAct & { readonly at_ms: number; readonly customer?: string };

/** Longer than most stories go on. */
const after_days = 60;

/** Ends at the first difference. */
export async function playTwins(options: TwinOptions): Promise<Twins> {
  const random = randomOf(options.seed);
  const books = bookOf(options.scenarios, random.fork('scenarios'));
  const settings = simSettings(books, random);
  const asleep = twinOf(options, settings, books.book);
  const awake = twinOf(options, settings, sleepless(books.book));
  const runs: KnownRuns = new Map();
  let compared = 0;
  let difference: Twins['difference'];
  for (const act of actsOf(options, books.book)) {
    await asleep.take(act);
    await awake.take(act);
    const concerned = act.customer === undefined ? await asleep.everybody() : [act.customer];
    for (const customer of concerned) {
      compared += 1;
      for (const twin of [asleep, awake]) learnRuns(runs, await twin.world.customers.load(customer));
      const [one, other] = [await asleep.seen(customer, runs), await awake.seen(customer, runs)];
      if (one === other) continue;
      const detail = `${customer} after ${act.name} ${act.detail.eventId}: ${parted(one, other)}`;
      difference ??= { at: instantOf(act.at_ms).toString(), detail };
    }
    if (difference !== undefined) break;
  }
  const handled = { asleep: asleep.handled(), awake: awake.handled() };
  return { compared, mails: asleep.world.mailer.accepted, handled, difference };
}

/** The lines of the one and of the other that are not in both. */
function parted(asleep: string, awake: string): string {
  const [one, other] = [asleep.split('\n'), awake.split('\n')];
  const only = (lines: string[], others: string[]) =>
    lines.filter((line) => !others.includes(line)).join(', ');
  return `asleep "${only(one, other)}", awake "${only(other, one)}"`;
}

function actsOf({ seed, customers, days, startAt, only }: TwinOptions, book: ScenarioBook): Act[] {
  const random = randomOf(seed);
  const commanded = book.current.filter(({ trigger }) => 'command' in trigger).map(({ id }) => id);
  const start_ms = startAt.epochMilliseconds;
  const hers: Act[] = planStorefront(random.fork('storefront'), { customers, days, startAt });
  const goods: Act[] = planGoods(random.fork('goods'), { customers, days, start_ms, commanded });
  const last: Act = {
    at_ms: start_ms + (days + after_days) * 86_400_000,
    name: 'nothing',
    detail: { eventId: 'end' },
  };
  const mine = hers.filter(({ customer = '' }) => only?.includes(customer) ?? true);
  return [...mine, ...goods, last].map(onMinutes).toSorted((a, b) => a.at_ms - b.at_ms);
}

const isInstant = /^\d{4}-\d\d-\d\dT/;

/** Dues lie on whole minutes then, as alarms ring: no act comes between a due and its alarm. */
function onMinutes(act: Act): Act {
  const text = JSON.stringify(act.detail, (_, value: unknown) =>
    typeof value === 'string' && isInstant.test(value)
      ? upToMinute(Temporal.Instant.from(value)).toString()
      : value,
  );
  return {
    ...act,
    at_ms: upToMinute(instantOf(act.at_ms)).epochMilliseconds,
    detail: JSON.parse(text) as Act['detail'],
  };
}

const instantOf = (at_ms: number) => Temporal.Instant.fromEpochMilliseconds(at_ms);

/** A book by which every step may have an effect. */
const sleepless = (book: ScenarioBook): ScenarioBook => ({
  ...book,
  reachOf: ({ steps }) => new Map(steps.map(({ id }) => [id, { acts: true, needs: [] }])),
});

function twinOf({ startAt }: TwinOptions, settings: Settings, book: ScenarioBook) {
  const world = memoryWorld({ startAt, settings, templates: shortTemplates, keepLogLines: 0 });
  const engine = engineOf(world, book, settings);
  const sending = { ...engine, linkBaseUrl: 'https://links.example.com', remaining_ms: () => 60_000 };
  let handled = 0;
  const drain = async () => {
    for (let message = world.intake.take(); message; message = world.intake.take())
      await handleIntake(engine, message);
  };
  const passTo = (until: Temporal.Instant) =>
    world.run(until, async (_, message) => {
      handled += 1;
      await handleLaneMessage(sending, message);
      await drain();
    });
  return {
    world,
    handled: () => handled,
    everybody: async () => world.records.ids(),
    async take(act: Act): Promise<void> {
      await passTo(instantOf(act.at_ms));
      if (act.name !== 'nothing') await takeIn(engine, act);
      await drain();
      // What is due at once is in its lane by now.
      await passTo(instantOf(act.at_ms));
    },
    seen: async (id: string, runs: KnownRuns) =>
      seenOf(world, await world.customers.load(id), surroundingsNow(engine), runs),
  };
}

async function takeIn(engine: Engine<keyof World>, act: Act): Promise<void> {
  const now = engine.world.clock.now();
  const body = JSON.stringify({
    'detail-type': act.name,
    source: 'storefront',
    time: now.toString(),
    detail: act.detail,
  });
  await takeBusMessage(engine, body, now);
}
