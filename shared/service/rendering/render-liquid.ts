/** The one Liquid of the service: strict, without file access, bounded in work, with the filters of our messages. */
import { type Context, filters, Liquid, type Template } from 'liquidjs';
import { Temporal } from 'temporal-polyfill';
import { onFirstUse } from '../../core/values/on-first-use.ts';
import { timeAtPlace } from './booking-time.ts';
import { money } from './money-text.ts';

/** What filters need to know of the reader. */
export interface Reader {
  readonly locale: string;
  readonly timeZone: string;
  /** What a text calls "now". */
  readonly now: Temporal.Instant;
}

/** Liquid's own that messages do without: `raw` escapes nothing, the others go by the machine's zone and in English. */
export const withoutOurs = [
  'raw',
  'date_to_xmlschema',
  'date_to_rfc822',
  'date_to_string',
  'date_to_long_string',
] as const;

const bounds = { parseLimit: 200_000, memoryLimit: 5_000_000, renderLimit: 5_000 } as const;

function engine(escaping: boolean): Liquid {
  const liquid = new Liquid({
    ...bounds,
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    templates: {},
    cache: false,
    // Asked of nobody: the filters that would go by it are ours, by the reader's. Unset, Liquid loads ICU's for it at once.
    locale: 'en',
    ...(escaping ? { outputEscape: 'escape' } : {}),
  });
  for (const name of withoutOurs) liquid.unregisterFilter(name);
  liquid.registerFilter('money', function (amount: unknown, currency: unknown) {
    return money(amount, currency, (this.context.globals as Reader).locale);
  });
  liquid.registerFilter('date', function (value: unknown, format?: unknown) {
    const reader = this.context.globals as Reader;
    return format === undefined ? date(value, reader) : formatted(this.context, value, format);
  });
  liquid.registerFilter('time', function (value: unknown) {
    return time(value, this.context.globals as Reader);
  });
  liquid.registerFilter('at_place', function (value: unknown, zone: unknown) {
    return timeAtPlace(String(value ?? ''), String(zone ?? ''), (this.context.globals as Reader).locale);
  });
  return liquid;
}

/** Made when the first text is rendered: many a message of the lanes comes to none. */
const engines = { html: onFirstUse(() => engine(true)), text: onFirstUse(() => engine(false)) } as const;
const parsed = { html: new Map<string, Template[]>(), text: new Map<string, Template[]>() } as const;
const maxParsed = 200;

/**
 * Renders a source of our own over data of anyone's. HTML is escaped, text is not. Throws what liquidjs throws: a
 * missing variable, an unknown filter, a bound passed.
 */
export function renderLiquid(source: string, scope: object, reader: Reader, as: 'html' | 'text'): string {
  const known = parsed[as];
  let template = known.get(source);
  if (!template) {
    template = engines[as]().parse(source);
    if (known.size >= maxParsed) known.clear();
    known.set(source, template);
  }
  return engines[as]().renderSync(template, scope, { globals: reader });
}

/** A time with an offset, as the long date of that moment in the reader's zone; a plain date as it is. */
function date(value: unknown, reader: Reader): string {
  const told = momentText(value, reader);
  const day = plainDate(told, reader.timeZone);
  return day ? day.toLocaleString(reader.locale, { dateStyle: 'long' }) : told;
}

type Strftime = (this: { readonly context: Context }, ...given: unknown[]) => unknown;

/** The same by a format of Liquid's own ("%Y"), with names in the reader's language; what is no date as it came. */
function formatted(context: Context, value: unknown, format: unknown): string {
  const reader = context.globals as Reader;
  const told = momentText(value, reader);
  if (!plainDate(told, reader.timeZone)) return told;
  const zone = isPlainDate.test(told) ? 'UTC' : reader.timeZone;
  const inLanguage: Context = Object.create(context, {
    opts: { value: { ...context.opts, locale: reader.locale } },
  });
  return String((filters.date as Strftime).call({ context: inLanguage }, told, format, zone));
}

const momentText = (value: unknown, { now }: Reader): string =>
  value === 'now' || value === 'today' ? now.toString() : String(value ?? '');

/** A time with an offset, as the hour of that moment on the reader's wall ("14:00"); nothing for a plain date. */
function time(value: unknown, reader: Reader): string {
  try {
    const wall = Temporal.Instant.from(momentText(value, reader)).toZonedDateTimeISO(reader.timeZone);
    return wall.toPlainTime().toString({ smallestUnit: 'minute' });
  } catch {
    return '';
  }
}

const isPlainDate = /^\d{4}-\d{2}-\d{2}$/;

function plainDate(text: string, timeZone: string): Temporal.PlainDate | undefined {
  try {
    if (isPlainDate.test(text)) return Temporal.PlainDate.from(text);
    return Temporal.Instant.from(text).toZonedDateTimeISO(timeZone).toPlainDate();
  } catch {
    return undefined;
  }
}
