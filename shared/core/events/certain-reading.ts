/** What a producer wrote in another form than the schema asks for, where it can mean but one thing. */
import type * as z from 'zod/mini';
import { hyphened } from './hyphened.ts';
import { yesOrNo } from './yes-or-no.ts';

/** Fields that name a thing: a number there is its name in digits. */
const naming = /^(?:id|.+Id|from|to|code|coupon|trackingNumber|name|title|touchpoint)$/;

/** A whole number without signs that depend on the country. */
const wholeNumber = /^\s*-?\d{1,15}\s*$/;

/** Undefined where its meaning is not certain. A number that JavaScript cannot hold exactly has lost digits: it is none. */
export function certainReading(value: unknown, issue: z.core.$ZodIssue): unknown {
  const field = issue.path.at(-1);
  if (issue.code === 'invalid_format' && field === 'currency') return String(value).trim().toUpperCase();
  if (issue.code === 'invalid_value') return issue.values.find((word) => word === hyphened(String(value)));
  if (issue.code !== 'invalid_type') return undefined;
  switch (issue.expected) {
    case 'string':
      return Number.isSafeInteger(value) && naming.test(String(field)) ? String(value) : undefined;
    case 'number':
      return typeof value === 'string' && wholeNumber.test(value) ? Number(value) + 0 : undefined;
    case 'boolean':
      return typeof value === 'string' || typeof value === 'number' ? yesOrNo(String(value)) : undefined;
    default:
      return undefined;
  }
}
