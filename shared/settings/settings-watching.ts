/** The settings of who hears of a fault, and of when the engine stops its own mail. */
import * as z from 'zod/mini';
import { settingsDefaults } from './settings-defaults.ts';
import { wholeNumber } from './settings-parts.ts';

const percent = z.number().check(z.gt(0), z.lte(100));
const limits = z.strictObject({ bounces: percent, complaints: percent });
const breakerRule = { warn: limits, pause: limits, minSends: wholeNumber(1, 1_000_000) };
export const warnsFirst = ({
  warn,
  pause,
}: {
  warn: z.infer<typeof limits>;
  pause: z.infer<typeof limits>;
}) => warn.bounces <= pause.bounces && warn.complaints <= pause.complaints;

export const watchingSettings = {
  /** An SNS topic that gets the alarms, in the stack's region. */
  alarmTopic: z.optional(
    z
      .string()
      .check(z.regex(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}$/, 'give the ARN of an SNS topic')),
  ),
  /** So many hours without an event of the storefront ring an alarm; 24 in production, never elsewhere unless given. */
  silenceHours: z.optional(wholeNumber(1, 24)),
  /**
   * Limits in percent of the mails of 24 hours: from `warn` on it is reported, from `pause` on the kind stops. The plain
   * ones are marketing's.
   */
  breaker: z._default(
    z.strictObject({
      ...breakerRule,
      unconfirmed: z._default(z.strictObject(breakerRule), settingsDefaults.breaker.unconfirmed),
      transactional: z._default(z.strictObject(breakerRule), settingsDefaults.breaker.transactional),
    }),
    settingsDefaults.breaker,
  ),
};
