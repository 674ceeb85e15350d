/** The shapes of single fields of an event: texts, numbers, days and codes, each within its bounds. */
import * as z from 'zod/mini';
import { asDate } from '../values/as-date.ts';
import { birthdayOf } from '../values/birthday.ts';
import { isCurrencyCode } from '../values/money/currency-code.ts';
import { onFirstUse } from '../values/on-first-use.ts';
import { isTimeZone } from '../values/time-zone.ts';

export const maybe = <Schema extends z.core.$ZodType>(schema: Schema) => z.optional(z.nullable(schema));
const textUpTo = (max: number) => maybe(z.string().check(z.maxLength(max)));
const whole = (min: number, max: number) => maybe(z.number().check(z.multipleOf(1), z.gte(min), z.lte(max)));
const number = (min: number, max: number) => maybe(z.number().check(z.gte(min), z.lte(max)));

export const idText = onFirstUse(() => z.string().check(z.minLength(1), z.maxLength(128)));
/** As LINE gives it out. */
export const lineUserId = onFirstUse(() => z.string().check(z.regex(/^U[0-9a-f]{32}$/)));
const text = onFirstUse(() => textUpTo(2048));
/** A review or a note: longer than a name, and still far below what a message on the bus may hold. */
const longText = onFirstUse(() => textUpTo(8192));
const flag = onFirstUse(() => maybe(z.boolean()));
/** In minor units of the currency (ISO 4217). */
const money = onFirstUse(() => whole(-1e15, 1e15));
const currency = onFirstUse(() => maybe(z.string().check(z.regex(/^[A-Z]{3}$/), z.refine(isCurrencyCode))));
/** ISO 3166, two letters. */
const country = onFirstUse(() => maybe(z.string().check(z.regex(/^[A-Za-z]{2}$/))));
/** A civil day, or a moment with its offset. */
const date = onFirstUse(() =>
  maybe(
    z.string().check(
      z.maxLength(64),
      z.regex(/^\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?([Zz]|[+-]\d{2}(:?\d{2})?))?$/),
      z.refine((text) => asDate(text) !== undefined),
    ),
  ),
);
/** A text that says what nobody can read is lost with a word; an empty one says nothing. */
const textThat = (isRead: (text: string) => boolean) =>
  maybe(
    z.string().check(
      z.maxLength(2048),
      z.refine((text) => text === '' || isRead(text)),
    ),
  );
/** A day of birth, the year first. */
const birthday = onFirstUse(() => textThat((text) => birthdayOf(text) !== undefined));
/** An IANA name, or an offset. */
const timeZone = onFirstUse(() => textThat(isTimeZone));
/** A number as the customer knows it: in digits it is whole, or some of them are lost. */
const shownNumber = onFirstUse(() =>
  maybe(z.union([z.string().check(z.maxLength(64)), z.number().check(z.refine(Number.isSafeInteger))])),
);
const names = onFirstUse(() => maybe(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(50))));

export const fields = {
  birthday,
  country,
  currency,
  date,
  flag,
  longText,
  money,
  names,
  number,
  shownNumber,
  text,
  textUpTo,
  timeZone,
  whole,
} as const;
