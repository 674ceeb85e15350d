/** The small shapes that scenarios are made of, each with its own words where the data is wrong. */
import * as z from 'zod/mini';
import { eventCatalogue, eventNames } from '../../events/event-catalogue.ts';
import { datePaths } from '../date-path.ts';
import { dayNames } from '../rhythm/rhythm.ts';

export const maxDays = 400;

export const stepIdText = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{0,63}$/, 'an id is 1 to 64 of a-z, 0-9 and "-", beginning with a letter'));
export const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
export const whole = (min: number, max: number) =>
  z.number().check(z.multipleOf(1, 'is a whole number'), z.gte(min), z.lte(max));
export const hour = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'an hour is "hh:mm", 00:00 to 23:59'));
export const civilDay = z
  .string()
  .check(z.refine(isCivilDay, 'a day is one of the calendar, written "2026-12-24"'));

function isCivilDay(written: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(written) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

const part = (max: number) => z.optional(whole(0, max));
export const duration = z
  .strictObject({ days: part(maxDays), hours: part(24 * maxDays), minutes: part(1440 * maxDays) })
  .check(
    z.refine((span) => {
      const total = (span.days ?? 0) * 1440 + (span.hours ?? 0) * 60 + (span.minutes ?? 0);
      return total >= 1 && total <= maxDays * 1440;
    }, 'a duration is 1 minute to 400 days'),
  );

/** A day of rhythms, by its name. */
export const dayName = z.enum(dayNames, `a day of rhythms is one of ${dayNames.join(', ')}`);

export const event = z.enum(eventNames, 'is not an event of the catalogue');

const subjects = [...new Set(Object.values(eventCatalogue).map(({ about }) => about))];
const same = z.optional(z.enum(subjects));

export const value = z.union([z.string(), z.number(), z.boolean()], 'is a text, a number, true or false');

export const comparison = z.strictObject({
  the: z.string(),
  is: z.optional(value),
  isNot: z.optional(value),
  oneOf: z.optional(z.array(value).check(z.minLength(1), z.maxLength(100))),
  exists: z.optional(z.boolean()),
  atLeast: z.optional(z.number()),
  atMost: z.optional(z.number()),
  moreThan: z.optional(z.number()),
  lessThan: z.optional(z.number()),
  sameAs: z.optional(z.string()),
  lessThanThe: z.optional(z.string()),
  daysAgoAtLeast: z.optional(z.number().check(z.gte(0), z.lte(3650))),
  daysAgoLessThan: z.optional(z.number().check(z.gt(0), z.lte(3650))),
  rhythm: z.optional(dayName),
});
const parts = () => z.array(filter).check(z.minLength(1), z.maxLength(20));
export type ReadFilter =
  | z.infer<typeof comparison>
  | { all: ReadFilter[] }
  | { any: ReadFilter[] }
  | { not: ReadFilter };
export const filter: z.ZodMiniType<ReadFilter> = z.lazy(() =>
  z.union(
    [
      comparison,
      z.strictObject({ all: parts() }),
      z.strictObject({ any: parts() }),
      z.strictObject({ not: filter }),
    ],
    'a filter is { the, is … }, { all: [ … ] }, { any: [ … ] } or { not }',
  ),
);

export const rule = z.strictObject({ on: event, filter: z.optional(filter), same });

const dateWords = `a date is ${datePaths.map((path) => `"${path}"`).join(', ')}, "event.extra.…" or "customer.attributes.…"`;
export const datePath = z
  .string()
  .check(
    z.refine(
      (path) =>
        (datePaths as readonly string[]).includes(path) ||
        /^(event\.extra|customer\.attributes)(\.[^.]+)+$/.test(path),
      dateWords,
    ),
  );
