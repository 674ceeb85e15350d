/** Commands come by the same bus as events: in the imperative, and about one customer and one scenario. */
import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { MalformedEvent, momentOf } from './event-schema.ts';
import { id } from './event-schema-parts.ts';
import type { EnrolMessage } from './intake-message.ts';

/** The detail-types of commands. */
export const commandNames = ['EnrolCustomer'] as const;
export type CommandName = (typeof commandNames)[number];

/** The wire shape of the `detail` of `EnrolCustomer`; `occurredAt` is the time of arrival unless given. */
export const enrolSchema = z.looseObject({
  eventId: z.string().check(z.minLength(1), z.maxLength(256)),
  occurredAt: z.optional(z.nullable(z.string().check(z.maxLength(64)))),
  customer: z.looseObject({ id }),
  scenario: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
});

/**
 * Reads the `detail` of a command. A repeat is known by its `eventId`.
 *
 * @returns `undefined` for a detail-type that is no command
 * @throws {@link MalformedEvent}
 */
export function parseCommand(
  detailType: string,
  detail: unknown,
  arrivedAt: Temporal.Instant,
): EnrolMessage | undefined {
  if (!(commandNames as readonly string[]).includes(detailType)) return undefined;
  const result = enrolSchema.safeParse(detail);
  if (!result.success) {
    const fields = result.error.issues.map((issue) => issue.path.map(String).join('.') || 'detail');
    throw new MalformedEvent(`${detailType}: mend ${[...new Set(fields)].join(', ')}`);
  }
  const { eventId, occurredAt, customer, scenario } = result.data;
  const at = occurredAt ? momentOf(detailType, occurredAt, arrivedAt).occurredAt : arrivedAt;
  return {
    kind: 'enrol',
    customer: customer.id.toWellFormed(),
    scenario,
    key: eventId.toWellFormed(),
    at: at.toString(),
  };
}
