/** The shape of each kind of step. */
import * as z from 'zod/mini';
import { contentTypes } from '../../values/content-type.ts';
import { topics } from '../../values/topic.ts';
import { weekdays } from '../../values/weekday.ts';
import {
  datePath,
  dayName,
  duration,
  filter,
  hour,
  maxDays,
  rule,
  stepIdText,
  text,
  value,
  whole,
} from './scenario-schema-parts.ts';

const offset = (max: number) => z.optional(whole(-max, max));

const sorts = ['for', 'until', 'next', 'date', 'event'] as const;
/** What else a wait of a sort must say, and what it may. */
const beside = {
  for: { must: [], may: [] },
  until: { must: [], may: [] },
  next: { must: ['at'], may: [] },
  date: { must: [], may: ['at', 'offset', 'past'] },
  event: { must: ['atMost', 'then', 'else'], may: [] },
} as const satisfies Record<(typeof sorts)[number], { must: readonly string[]; may: readonly string[] }>;

const wait = z
  .strictObject({
    id: stepIdText,
    kind: z.literal('wait'),
    for: z.optional(duration),
    until: z.optional(
      z.strictObject({
        day: whole(0, maxDays),
        after: z.enum(['entry', 'order', 'arrived']),
        at: hour,
        rhythm: z.optional(dayName),
        ofSupply: z.optional(z.number().check(z.gt(0), z.lte(1))),
      }),
    ),
    next: z.optional(z.array(z.enum(weekdays)).check(z.minLength(1), z.maxLength(7))),
    date: z.optional(datePath),
    event: z.optional(rule),
    at: z.optional(hour),
    offset: z.optional(
      z.strictObject({
        days: offset(maxDays),
        hours: offset(24 * maxDays),
        minutes: offset(1440 * maxDays),
      }),
    ),
    past: z.optional(stepIdText),
    atMost: z.optional(duration),
    then: z.optional(stepIdText),
    else: z.optional(stepIdText),
  })
  .check(
    z.refine(
      (step) => sorts.filter((sort) => step[sort] !== undefined).length === 1,
      'a wait has one of "for", "until", "next", "date" and "event"',
    ),
    z.refine(
      (step) => besides(step as Readonly<Record<string, unknown>>),
      'beside a wait stand: "next" with "at"; "date" with "offset", "at" and "past" as wished; "event" with "atMost", "then" and "else"; nothing else',
    ),
  );

function besides(step: Readonly<Record<string, unknown>>): boolean {
  const sort = sorts.find((one) => step[one] !== undefined);
  if (sort === undefined) return true;
  const { must, may }: { must: readonly string[]; may: readonly string[] } = beside[sort];
  const named = Object.keys(step).filter((key) => step[key] !== undefined);
  const extra = named.filter((key) => !['id', 'kind', sort, ...must, ...may].includes(key));
  return must.every((key) => named.includes(key)) && (extra.length === 0 || extra.some(isSort));
}

const isSort = (key: string) => (sorts as readonly string[]).includes(key);

const message = {
  id: stepIdText,
  template: z.string(),
  channel: z.optional(z.enum(['email', 'line', 'push', 'insert'])),
  content: z.optional(z.enum(contentTypes)),
  topic: z.optional(z.enum(topics)),
  expiry: z.optional(duration),
  before: z.optional(datePath),
  coupon: z.optional(
    z.strictObject({
      campaign: stepIdText,
      off: z.union(
        [
          z.strictObject({ percent: z.number().check(z.gt(0), z.lte(100)) }),
          z.strictObject({ amount: whole(1, 1_000_000_000) }),
        ],
        'is { percent } up to 100, or { amount } in minor units',
      ),
      untilDay: whole(0, maxDays),
      apart: z.optional(z.literal(true)),
    }),
  ),
  survey: z.optional(stepIdText),
  when: z.optional(filter),
  place: z.optional(z.enum(['must', 'may'])),
  asks: z.optional(z.literal(true)),
  needs: z.optional(z.union([stepIdText, z.array(stepIdText).check(z.minLength(1), z.maxLength(20))])),
  patience: z.optional(duration),
  promised: z.optional(z.literal(true)),
  atOnce: z.optional(z.literal(true)),
  afterOffer: z.optional(duration),
};
const send = z.strictObject({ ...message, kind: z.literal('send') });
const series = z.strictObject({
  ...message,
  kind: z.literal('series'),
  every: z.strictObject({ days: whole(1, maxDays) }),
  at: hour,
  count: z.optional(whole(1, 10_000)),
});

const branch = z.strictObject({
  id: stepIdText,
  kind: z.literal('branch'),
  when: z.array(z.strictObject({ if: filter, then: stepIdText })).check(z.minLength(1), z.maxLength(20)),
  else: stepIdText,
});
const split = z.strictObject({
  id: stepIdText,
  kind: z.literal('split'),
  ways: z
    .array(
      z.strictObject({
        variant: stepIdText,
        weight: z.number().check(z.gt(0), z.lte(1_000_000)),
        then: stepIdText,
      }),
    )
    .check(z.minLength(2), z.maxLength(20)),
});

const label = text(64);
const fieldName = z
  .string()
  .check(z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'a name is 1 to 64 of A-Z, a-z, 0-9, "_" and "-"'));
const few = z.refine((fields) => Object.keys(fields as object).length <= 20, 'has at most 20 fields');
const fact = z.union([z.string().check(z.maxLength(200)), z.number(), z.boolean()]);
const set = z
  .strictObject({
    id: stepIdText,
    kind: z.literal('set'),
    attributes: z.optional(z.record(fieldName, fact).check(few)),
    addLabels: z.optional(z.array(label).check(z.minLength(1), z.maxLength(20))),
    removeLabels: z.optional(z.array(label).check(z.minLength(1), z.maxLength(20))),
    category: z.optional(z.strictObject({ set: fieldName, is: text(64) })),
    score: z.optional(z.number().check(z.gte(-1000), z.lte(1000))),
  })
  .check(
    z.refine(
      (step) => Object.keys(step).length > 2,
      'sets nothing: give "attributes", "addLabels", "removeLabels", "category" or "score"',
    ),
  );
const emit = z.strictObject({
  id: stepIdText,
  kind: z.literal('emit'),
  event: z
    .string()
    .check(z.regex(/^[A-Z][A-Za-z0-9]{0,63}$/, 'an event is named like HumanTask, in at most 64 letters')),
  detail: z.optional(z.record(fieldName, value).check(few)),
  due: z.optional(duration),
});
const repeat = z.strictObject({
  id: stepIdText,
  kind: z.literal('repeat'),
  from: stepIdText,
  atMost: whole(1, 1000),
});
const goto = z.strictObject({ id: stepIdText, kind: z.literal('goto'), to: stepIdText });
const exit = z.strictObject({ id: stepIdText, kind: z.literal('exit'), outcome: z.optional(text(64)) });

export const step = z.discriminatedUnion(
  'kind',
  [wait, send, series, branch, split, set, emit, repeat, goto, exit],
  'a step is of kind "wait", "send", "series", "branch", "split", "set", "emit", "repeat", "goto" or "exit"',
);
