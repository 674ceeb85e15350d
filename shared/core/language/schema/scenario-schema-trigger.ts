/** The shape of what lets in, and whom. */
import * as z from 'zod/mini';
import {
  civilDay,
  datePath,
  duration,
  event,
  filter,
  hour,
  stepIdText,
  text,
  whole,
} from './scenario-schema-parts.ts';

const key = z
  .string()
  .check(z.regex(/^[A-Za-z]\w*(\.\w+){0,5}$/, 'a key is a path of the event such as "subscription.id"'));

const admission = {
  filter: z.optional(filter),
  oncePer: z.union(
    [z.enum(['ever', 'order', 'cart']), z.strictObject({ key }), z.strictObject({ every: duration })],
    'is "ever", "order", "cart", { key: … } or { every: … } of 1 minute to 400 days',
  ),
  whileRunning: z.enum(['ignore', 'restart', 'parallel']),
  atMost: z.optional(whole(1, 100)),
  freshness: z.optional(duration),
};

const rrule = z
  .string()
  .check(
    z.regex(
      /^FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY)(;[A-Z]+=[A-Z0-9,+-]+)*$/,
      'is a recurrence of RFC 5545 by days, such as "FREQ=WEEKLY;BYDAY=MO"',
    ),
  );

const sorts = ['on', 'date', 'schedule', 'command', 'segment'] as const;
const allowed: Readonly<Record<string, { must: readonly string[]; may: readonly string[] }>> = {
  on: { must: [], may: [] },
  segment: { must: ['when'], may: [] },
  date: { must: ['day', 'at'], may: ['yearly', 'from'] },
  schedule: { must: ['at', 'segment'], may: [] },
  command: { must: [], may: [] },
};

export const trigger = z
  .strictObject({
    ...admission,
    on: z.optional(event),
    segment: z.optional(stepIdText),
    when: z.optional(z.enum(['entered', 'left'])),
    date: z.optional(
      datePath.check(
        z.refine((path) => path.startsWith('customer.'), 'a trigger counts from a date of the customer'),
      ),
    ),
    day: z.optional(whole(-400, 400)),
    at: z.optional(hour),
    yearly: z.optional(z.boolean()),
    from: z.optional(z.literal('month')),
    schedule: z.optional(
      z.union(
        [z.strictObject({ on: civilDay }), z.strictObject({ rrule, from: civilDay })],
        'is { on: "2026-12-01" }, or { rrule, from } with a recurrence by days and the day it counts from',
      ),
    ),
    command: z.optional(z.literal(true)),
  })
  .check(
    z.refine(
      (given) => isOfOneSort(given as Readonly<Record<string, unknown>>),
      'begins with one of: "on"; "segment" and "when"; "date", "day" and "at" (with "yearly" and "from" as wished); ' +
        '"schedule", "at" and "segment"; "command"',
    ),
    z.refine(
      (given) => given.atMost === undefined || given.whileRunning === 'parallel',
      '"atMost" is for whileRunning "parallel": leave it out',
    ),
  );

function isOfOneSort(given: Readonly<Record<string, unknown>>): boolean {
  const sort = sorts.find((one) => given[one] !== undefined);
  if (sort === undefined) return false;
  const { must, may } = allowed[sort] ?? { must: [], may: [] };
  const rest = Object.keys(given).filter(
    (name) => given[name] !== undefined && !Object.hasOwn(admission, name),
  );
  return (
    must.every((one) => rest.includes(one)) && rest.every((one) => [sort, ...must, ...may].includes(one))
  );
}

export const limit = z
  .strictObject({
    segment: z.optional(stepIdText),
    persona: z.optional(text(64)),
    percent: z.optional(z.number().check(z.gt(0), z.lte(100))),
    pilot: z.optional(z.number().check(z.gt(0), z.lte(100))),
    from: z.optional(civilDay),
    until: z.optional(civilDay),
  })
  .check(
    z.refine(
      ({ from, until }) => from === undefined || until === undefined || from <= until,
      '"until" is before "from": nobody could come in',
    ),
  );
