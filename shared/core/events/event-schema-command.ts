/** Commands come by the same bus as events: in the imperative, and about one customer and one scenario. */
import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { onFirstUse } from '../values/on-first-use.ts';
import { idText } from './event-field-schemas.ts';
import { eventMoment, MalformedEvent } from './event-schema.ts';
import type { EnrolMessage, EraseMessage } from './intake-message.ts';
import { nobodyIn } from './nobody.ts';
import { readLeniently } from './read-leniently.ts';

/** The detail-types of commands. */
export const commandNames = ['EnrolCustomer', 'EraseCustomer'] as const;
export type CommandName = (typeof commandNames)[number];

/** What every command holds; `occurredAt` is the time of arrival unless given. */
const command = () => ({
  eventId: z.string().check(z.minLength(1), z.maxLength(256)),
  occurredAt: z.optional(z.nullable(z.string().check(z.maxLength(64)))),
  customer: z.looseObject({ id: idText() }),
});

/** The wire shape of the `detail` of `EnrolCustomer`. */
export const enrolSchema = onFirstUse(() =>
  z.looseObject({ ...command(), scenario: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)) }),
);

/** The wire shape of the `detail` of `EraseCustomer`. */
export const eraseSchema = onFirstUse(() => z.looseObject(command()));

/**
 * Reads the `detail` of a command. A repeat is known by its `eventId`; to erase somebody twice needs no such thing.
 *
 * @returns `undefined` for a detail-type that is no command
 * @throws {@link MalformedEvent}
 */
export function parseCommand(
  detailType: string,
  detail: unknown,
  arrivedAt: Temporal.Instant,
): EnrolMessage | EraseMessage | undefined {
  switch (detailType as CommandName) {
    case 'EnrolCustomer': {
      const { eventId, occurredAt, customer, scenario } = checked(enrolSchema(), detailType, detail);
      const nobody = nobodyIn({ 'customer.id': customer.id });
      if (nobody !== undefined) throw new MalformedEvent(`${detailType}: ${nobody}`);
      const at = momentIn(detailType, occurredAt, arrivedAt);
      const key = eventId.toWellFormed();
      return { kind: 'enrol', customer: customer.id.toWellFormed(), scenario, key, at };
    }
    case 'EraseCustomer': {
      const { occurredAt, customer } = checked(eraseSchema(), detailType, detail);
      const at = momentIn(detailType, occurredAt, arrivedAt);
      return { kind: 'erase', customer: customer.id.toWellFormed(), at };
    }
    default:
      return undefined;
  }
}

function checked<Detail>(schema: z.ZodMiniType<Detail>, detailType: string, detail: unknown): Detail {
  // A command has no field that it could do without.
  const result = readLeniently(schema, detail, { whole: true });
  if ('data' in result) return result.data;
  const fields = result.issues.map((issue) => issue.path.map(String).join('.') || 'detail');
  throw new MalformedEvent(`${detailType}: mend ${[...new Set(fields)].join(', ')}`);
}

function momentIn(
  detailType: string,
  occurredAt: string | null | undefined,
  arrivedAt: Temporal.Instant,
): string {
  return (occurredAt ? eventMoment(detailType, occurredAt, arrivedAt).occurredAt : arrivedAt).toString();
}
