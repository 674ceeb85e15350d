/** All that a play is given, made whole: the scenario, the customer, the event that begins it, and what follows. */
import type { Temporal } from 'temporal-polyfill';
import type { StoreEvent } from '../../shared/core/event.ts';
import { eventNames, isEventName } from '../../shared/core/event-names.ts';
import type { Scenario } from '../../shared/core/scenario.ts';
import { scenarios as registered } from '../../shared/scenarios/registry.ts';
import { chooseLocale } from '../../shared/service/choose-locale.ts';
import type { Settings } from '../../shared/settings.ts';
import { WrongUsage } from '../cli/refusal.ts';
import { eventAt, playedCustomer, sampleDetail } from './play-events.ts';
import { type Act, type PlayedActs, scriptOf } from './play-script.ts';
import { checkedZone, noonOf, startOf } from './play-times.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface PlayOptions extends PlayedActs {
  /** The event that begins the play: its `detail`, or an entry with `DetailType` and `Detail` (an object or JSON). */
  readonly event?: Fields | undefined;
  /** Fields of the wire's `customer`, over those of the event. */
  readonly customer?: Fields | undefined;
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
}

export interface Plan {
  readonly scenario: Scenario;
  readonly versions: readonly Scenario[];
  readonly start: Temporal.Instant;
  readonly zone: string;
  readonly locale: 'ja' | 'en';
  readonly customer: ReturnType<typeof playedCustomer>;
  readonly entry: StoreEvent;
  readonly acts: readonly Act[];
}

/** Throws `WrongUsage`, `MalformedEvent`. */
export function planOf(id: string, options: PlayOptions, settings: Settings): Plan {
  const { versions, scenario } = scenarioOf(id, options.scenarios ?? registered);
  const told = entryTold(options.event, scenario);
  const fields = { ...fieldsIn(told.detail.customer), ...options.customer };
  const locale = chooseLocale(options.locale ?? textIn(fields.locale), settings.locale);
  const zone = checkedZone(options.zone ?? textIn(fields.timeZone) ?? settings.timeZone);
  const customer = playedCustomer(
    { ...fields, locale: options.locale ?? fields.locale ?? locale, timeZone: zone },
    locale,
    zone,
  );
  const start = options.start
    ? startOf(options.start, zone)
    : (momentTold(told.detail.occurredAt, zone) ?? noonOf(options.now, zone));
  const sample = { name: told.name, locale, order: 'o-1', filter: scenario.trigger.filter };
  const detail = options.event ? told.detail : sampleDetail(sample);
  const entry = eventAt(told.name, detail, customer, start, 1);
  const firstOrder = entry.detail.order?.id;
  return {
    scenario,
    versions,
    start,
    zone,
    locale,
    customer,
    entry,
    acts: scriptOf(options, { scenario, start, zone, firstOrder }),
  };
}

function scenarioOf(id: string, all: readonly Scenario[]) {
  const versions = all.filter((scenario) => scenario.id === id);
  const [scenario] = versions.toSorted((a, b) => b.version - a.version);
  if (scenario) return { versions, scenario };
  const known = [...new Set(all.map((one) => one.id))].join(', ');
  throw new WrongUsage(`There is no scenario "${id}": take one of ${known}.`);
}

/** An entry as `aws events put-events` and the event bus have it, or the detail alone, taken for the trigger's event. */
function entryTold(given: Fields | undefined, scenario: Scenario) {
  const name = given?.DetailType ?? given?.['detail-type'] ?? scenario.trigger.on;
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
const momentTold = (value: unknown, zone: string) =>
  typeof value === 'string' ? startOf(value, zone) : undefined;
