/** The shape of a scenario as loaded data: what types promise at compile time, checked again. */
import * as z from 'zod/mini';
import { eventNames } from './event-names.ts';
import { topics } from './topic.ts';

const id = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{0,63}$/, 'an id is 1 to 64 of a-z, 0-9 and "-", beginning with a letter'));
const whole = (max: number) =>
  z.optional(z.number().check(z.multipleOf(1, 'is a whole number'), z.gte(0), z.lte(max)));

const maxDays = 400;
const duration = z
  .strictObject({ days: whole(maxDays), hours: whole(24 * maxDays), minutes: whole(1440 * maxDays) })
  .check(
    z.refine((d) => {
      const total = (d.days ?? 0) * 1440 + (d.hours ?? 0) * 60 + (d.minutes ?? 0);
      return total >= 1 && total <= maxDays * 1440;
    }, 'a duration is 1 minute to 400 days'),
  );

const event = z.enum(eventNames as [string, ...string[]], 'is not an event of the catalogue');

const value = z.union([z.string(), z.number(), z.boolean()]);
const comparison = z.strictObject({
  the: z.string(),
  is: z.optional(value),
  isNot: z.optional(value),
  oneOf: z.optional(z.array(value).check(z.minLength(1), z.maxLength(100))),
  exists: z.optional(z.boolean()),
  atLeast: z.optional(z.number()),
  atMost: z.optional(z.number()),
  moreThan: z.optional(z.number()),
  lessThan: z.optional(z.number()),
});
const filter: z.ZodMiniType = z.lazy(() =>
  z.union(
    [
      comparison,
      z.strictObject({ all: z.array(filter).check(z.minLength(1), z.maxLength(20)) }),
      z.strictObject({ any: z.array(filter).check(z.minLength(1), z.maxLength(20)) }),
      z.strictObject({ not: filter }),
    ],
    'a filter is { the, is … }, { all: [ … ] }, { any: [ … ] } or { not }',
  ),
);

const hour = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'an hour is "hh:mm", 00:00 to 23:59'));
const wait = z
  .strictObject({
    id,
    kind: z.literal('wait'),
    for: z.optional(duration),
    until: z.optional(
      z.strictObject({
        day: z.number().check(z.multipleOf(1, 'is a whole number'), z.gte(0), z.lte(maxDays)),
        after: z.enum(['entry', 'order', 'arrived']),
        at: hour,
      }),
    ),
  })
  .check(
    z.refine(
      (step) => (step.for === undefined) !== (step.until === undefined),
      'a wait has either "for" or "until"',
    ),
  );
const send = z.strictObject({
  id,
  kind: z.literal('send'),
  template: z.string(),
  expiry: z.optional(duration),
});
const branch = z.strictObject({
  id,
  kind: z.literal('branch'),
  when: z.array(z.strictObject({ if: filter, then: id })).check(z.minLength(1), z.maxLength(20)),
  else: id,
});
const exit = z.strictObject({ id, kind: z.literal('exit'), outcome: z.optional(z.string()) });
const step = z.discriminatedUnion(
  'kind',
  [wait, send, branch, exit],
  'a step is of kind "wait", "send", "branch" or "exit"',
);

const same = z.optional(z.enum(['order', 'customer']));
const ruleWords = 'is an event of the catalogue, or { on, filter, same } with one';
const rule = z.strictObject({ on: event, filter: z.optional(filter), same });

export const scenarioSchema = z.strictObject({
  id,
  version: z.number().check(z.multipleOf(1), z.gte(1)),
  stage: z.enum(['awareness', 'education', 'conversion', 'retention', 'referral']),
  purpose: z.string().check(z.minLength(1), z.maxLength(300)),
  kind: z.enum(['transactional', 'marketing']),
  topic: z.optional(z.enum(topics)),
  trigger: z.strictObject({
    on: event,
    filter: z.optional(filter),
    oncePer: z.union(
      [z.enum(['ever', 'order']), z.strictObject({ every: duration })],
      'is "ever", "order" or { every: … } of 1 minute to 400 days',
    ),
    whileRunning: z.enum(['ignore', 'restart', 'parallel']),
    freshness: z.optional(duration),
  }),
  goal: z.optional(z.strictObject({ on: event, filter: z.optional(filter), same, within: duration })),
  exitOn: z.optional(z.array(z.union([event, rule], ruleWords)).check(z.maxLength(20))),
  steps: z.array(step).check(z.minLength(1), z.maxLength(100)),
});
