/** All that a play is given, made whole: the scenario, the customer, the event that begins it, and what follows. */
import type { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import {
  type EventName,
  eventNames,
  isEventName,
  isOfStore,
} from '../../../shared/core/events/event-catalogue.ts';
import { parseStoreWideEvent } from '../../../shared/core/events/event-schema.ts';
import type { StoreWideEvent } from '../../../shared/core/events/store-wide-event.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { switched } from '../../../shared/core/language/switches/scenario-switches.ts';
import { eventOfTrigger } from '../../../shared/core/language/trigger.ts';
import { scenarios as registered } from '../../../shared/library.ts';
import { chooseLocale } from '../../../shared/service/rendering/choose-locale.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { WrongUsage } from '../../terminal/refusal.ts';
import { eventOf } from '../event/event-file.ts';
import { eventAt, playedCustomer, sampleDetail } from './play-events.ts';
import { type Act, type PlayedActs, scriptOf } from './play-script.ts';
import type { PlayedLibrary } from './play-store.ts';
import { checkedZone, noonOf, startOf } from './play-times.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface PlayOptions extends PlayedActs {
  /** The event that begins the play: its `detail`, or an entry with `DetailType` and `Detail` (an object or JSON). */
  readonly event?: Fields | undefined;
  /** Fields of the wire's `customer`, over those of the event. */
  readonly customer?: Fields | undefined;
  /** What she did and said before the play, oldest first: entries with `DetailType` and `Detail`. */
  readonly history?: readonly unknown[] | undefined;
  /** A span from the start; else all is played. */
  readonly until?: string | undefined;
  readonly start?: string | undefined;
  readonly locale?: string | undefined;
  readonly zone?: string | undefined;
  /** The present moment, whose noon is the start where none is given. */
  readonly now: Temporal.Instant;
  /** Those of cdk.json unless given, with mail going out and without jitter. */
  readonly settings?: Settings | undefined;
  readonly scenarios?: readonly Scenario[] | undefined;
  /** With all other scenarios that are live by the settings. */
  readonly all?: boolean | undefined;
  /** What they are played with: this store’s library unless given. */
  readonly library?: PlayedLibrary | undefined;
}

export interface Plan {
  readonly scenario: Scenario;
  readonly versions: readonly Scenario[];
  readonly start: Temporal.Instant;
  readonly zone: string;
  readonly locale: 'ja' | 'en';
  readonly customer: ReturnType<typeof playedCustomer>;
  /** Undefined: a word of the engine lets her in, as a command would. */
  readonly entry: StoreEvent | StoreWideEvent | undefined;
  /** Tells who she is before a word of the engine, or an event of the store, can concern her. */
  readonly known: StoreEvent | undefined;
  /** Told before the start. */
  readonly history: readonly StoreEvent[];
  readonly acts: readonly Act[];
}

/** Throws `WrongUsage`, `MalformedEvent`. */
export function planOf(id: string, options: PlayOptions, settings: Settings): Plan {
  const library = options.scenarios ?? registered;
  const { versions: own, scenario } = scenarioOf(id, library);
  const versions = options.all ? switched(library, settings.scenarios) : own;
  const named = entryGiven(options.event, scenario);
  const fields = { ...fieldsIn(named.detail.customer), ...options.customer };
  const locale = chooseLocale(options.locale ?? textIn(fields.locale), settings.locale);
  const zone = checkedZone(options.zone ?? textIn(fields.timeZone) ?? settings.timeZone);
  const customer = playedCustomer(
    { ...fields, locale: options.locale ?? fields.locale ?? locale, timeZone: zone },
    locale,
    zone,
  );
  const start = options.start
    ? startOf(options.start, zone)
    : (momentGiven(named.detail.occurredAt, zone) ?? noonOf(options.now, zone));
  const { entry, known } = beginning(named, scenario, customer, {
    locale,
    start,
    given: options.event !== undefined,
  });
  const firstOrder =
    entry && 'order' in entry.detail ? (entry.detail.order as { id?: string })?.id : undefined;
  return {
    scenario,
    versions,
    start,
    zone,
    locale,
    customer,
    entry,
    known,
    history: historyOf(options.history ?? [], customer),
    acts: scriptOf(options, { scenario, start, zone, firstOrder }),
  };
}

/** Each of the customer of the play, whomever the file names. */
function historyOf(given: readonly unknown[], customer: Plan['customer']): StoreEvent[] {
  return given.map((one, nth) => {
    const { event } = eventOf(one, `--customer, event ${nth + 1}`);
    const told = { ...event.detail.customer, id: customer.id };
    return { ...event, detail: { ...event.detail, customer: told } };
  });
}

/** The event that begins it, made where none is given; and what makes her known, where that event cannot. */
function beginning(
  named: { readonly name: EventName | undefined; readonly detail: Fields },
  scenario: Scenario,
  customer: Plan['customer'],
  { locale, start, given }: { locale: 'ja' | 'en'; start: Temporal.Instant; given: boolean },
): Pick<Plan, 'entry' | 'known'> {
  const { name } = named;
  const known = () => eventAt('CustomerRegistered', {}, customer, start, 0);
  if (name === undefined) return { entry: undefined, known: known() };
  const sample = { name, locale, order: 'o-1', filter: scenario.trigger.filter };
  const detail = given ? named.detail : sampleDetail(sample);
  if (!isOfStore(name)) return { entry: eventAt(name, detail, customer, start, 1), known: undefined };
  const whole = { eventId: 'play-1', ...detail, occurredAt: start.toString() };
  return { entry: parseStoreWideEvent(name, whole, start), known: known() };
}

function scenarioOf(id: string, all: readonly Scenario[]) {
  // What is switched off is played as if it were on: that is when one wants to see it.
  const versions = all.filter((scenario) => scenario.id === id).map((one) => ({ ...one, enabled: true }));
  const [scenario] = versions.toSorted((a, b) => b.version - a.version);
  if (scenario) return { versions, scenario };
  const known = [...new Set(all.map((one) => one.id))].join(', ');
  throw new WrongUsage(`There is no scenario "${id}": take one of ${known}.`);
}

/** An entry as `aws events put-events` and the event bus have it, or the detail alone, taken for the trigger's event. */
function entryGiven(
  given: Fields | undefined,
  scenario: Scenario,
): { readonly name: EventName | undefined; readonly detail: Fields } {
  const name = given?.DetailType ?? given?.['detail-type'] ?? eventOfTrigger(scenario.trigger);
  if (name === undefined) return { name: undefined, detail: fieldsIn(given) };
  if (typeof name !== 'string' || !isEventName(name)) {
    throw new WrongUsage(
      `--event is of type "${String(name)}", which is not known: take one of ${eventNames.join(', ')}.`,
    );
  }
  const detail = given?.Detail ?? given?.detail ?? given ?? {};
  return { name, detail: typeof detail === 'string' ? fieldsIn(parsed(detail)) : fieldsIn(detail) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new WrongUsage(
      'The "Detail" of --event is text that is not JSON: mend it, or give it as an object.',
    );
  }
}

const fieldsIn = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const textIn = (value: unknown) => (typeof value === 'string' ? value : undefined);
const momentGiven = (value: unknown, zone: string) =>
  typeof value === 'string' ? startOf(value, zone) : undefined;
