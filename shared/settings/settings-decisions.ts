/** The part of a deployment's settings that the engine decides by. */
import * as z from 'zod/mini';
import { letterKinds } from '../core/language/message-standing.ts';
import { startSets } from '../core/language/switches/start-set.ts';
import { contentTypes } from '../core/values/content-type.ts';
import { topics } from '../core/values/topic.ts';
import { settingsDefaults } from './settings-defaults.ts';
import { wholeNumber } from './settings-parts.ts';

const hourOfDay = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'an hour is "hh:mm", 00:00 to 23:59'));

const cap = z.strictObject({
  max: wholeNumber(1, 100),
  days: wholeNumber(1, 60),
  topic: z.optional(z.enum(topics)),
  content: z.optional(z.enum(contentTypes)),
  exceptTopics: z.optional(z.array(z.enum(topics))),
  letters: z.optional(z.enum(letterKinds)),
});

/** Beyond two weeks the record remembers of a message no more than what letter it was. */
const isRemembered = ({ days, letters, topic, content, exceptTopics }: z.infer<typeof cap>) =>
  days <= 14 || (letters !== undefined && topic === undefined && content === undefined && !exceptTopics);

const switches = z.record(
  z.string().check(z.regex(/^(\*|[a-z][a-z0-9-]{0,63})$/, 'give a scenario’s id, or "*"')),
  z.strictObject({
    on: z.optional(z.boolean()),
    percent: z.optional(wholeNumber(0, 100)),
    pilot: z.optional(wholeNumber(0, 100)),
    ended: z.optional(z.boolean()),
    start: z.optional(z.enum(startSets)),
  }),
);

const quiet = z.nullable(z.strictObject({ from: hourOfDay, to: hourOfDay }));

export const decisionSettings = {
  /** By scenario id (`*`: each not named): whether it lets anybody in, and how many of 100 customers, or of pilots. A word alone: that start set. */
  scenarios: z._default(
    z.union([
      switches,
      z.pipe(
        z.enum(startSets),
        z.transform((start) => ({ '*': { start } })),
      ),
    ]),
    settingsDefaults.scenarios,
  ),
  freshnessHours: z._default(wholeNumber(1, 24 * 30), settingsDefaults.freshnessHours),
  expiryHours: z._default(
    z.strictObject({ transactional: wholeNumber(1, 24 * 14), marketing: wholeNumber(1, 24 * 14) }),
    settingsDefaults.expiryHours,
  ),
  jitterMinutes: z._default(wholeNumber(0, 240), settingsDefaults.jitterMinutes),
  quietHours: z._default(quiet, settingsDefaults.quietHours),
  /** Of channels that ring, where they differ. */
  quietHoursOf: z._default(
    z.strictObject({ line: z.optional(quiet), push: z.optional(quiet), insert: z.optional(quiet) }),
    settingsDefaults.quietHoursOf,
  ),
  caps: z._default(
    z
      .array(
        cap.check(
          z.refine(isRemembered, 'a cap of more than 14 days counts "letters" and nothing else beside them'),
        ),
      )
      .check(z.maxLength(10)),
    settingsDefaults.caps,
  ),
  /** How long the contact policy may hold a marketing message that says nothing of it and that no moment binds. */
  patienceDays: z._default(wholeNumber(1, 14), settingsDefaults.patienceDays),
  /** Offers that the store begins with one customer; `null`: nobody counts them. */
  offers: z._default(
    z.nullable(
      z.strictObject({
        daysBetween: wholeNumber(0, 365),
        aYear: wholeNumber(1, 16),
        afterOrderDays: wholeNumber(0, 90),
      }),
    ),
    settingsDefaults.offers,
  ),
  /** By scenario id: how many enter in a year, as the store has counted, for a holdout that is `auto`. */
  entrantsAYear: z._default(
    z.record(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/)), wholeNumber(0, 1_000_000_000)),
    settingsDefaults.entrantsAYear,
  ),
  defaultHour: z._default(hourOfDay, settingsDefaults.defaultHour),
  hoursApart: z._default(wholeNumber(0, 72), settingsDefaults.hoursApart),
  controlGroupPercent: z._default(wholeNumber(0, 50), settingsDefaults.controlGroupPercent),
  scoreHalfLifeDays: z._default(wholeNumber(1, 365), settingsDefaults.scoreHalfLifeDays),
  /** The segments whose changes others on the bus want to hear of; each change is a paid event, and time is watched for it. */
  segmentsTold: z._default(
    z.array(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/))).check(z.maxLength(100)),
    settingsDefaults.segmentsTold,
  ),
  /** From so many soft bounces in so many days on, marketing to the address rests for `restDays`. */
  softBounces: z._default(
    z.strictObject({ strikes: wholeNumber(1, 20), days: wholeNumber(1, 90), restDays: wholeNumber(1, 365) }),
    settingsDefaults.softBounces,
  ),
  /** Where a grant counts only once she has confirmed it from her mail: nowhere, everywhere, or in these markets. */
  doubleOptIn: z._default(
    z.union([
      z.enum(['none', 'all']),
      z
        .array(z.string().check(z.regex(/^[A-Z]{2}$/, 'a market is an ISO 3166 country such as DE')))
        .check(z.maxLength(250)),
    ]),
    settingsDefaults.doubleOptIn,
  ),
  /**
   * By what a guest becomes part of the account with her address: its order, or the shop's word that the address is its own;
   * that word alone; or nothing but `CustomerMerged`.
   */
  joinGuests: z._default(z.enum(['order', 'verified', 'never']), settingsDefaults.joinGuests),
  /** Whether series, broadcasts and offers go to a mailbox once, or for each customer whose it is. */
  mailboxReader: z._default(z.enum(['one', 'everybody']), settingsDefaults.mailboxReader),
};
