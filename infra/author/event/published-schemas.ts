/** The JSON Schema of each event that the engine itself puts on the bus, for whoever reads them there. */
import * as z from 'zod/mini';
import type { JsonSchema } from './event-schemas.ts';

export const publishedFolder = 'docs/events/out';

const text = z.string().check(z.minLength(1));
const moment = text.check(z.meta({ format: 'date-time', description: 'RFC 3339, in UTC.' }));

/** What every published event holds. */
const common = {
  eventId: text.check(z.describe('Derived from what it stands for: the same one however often it is put.')),
  occurredAt: moment,
  customer: z
    .looseObject({ id: text })
    .check(z.describe('By the store’s own id, and nothing else about the customer.')),
};
/** What an `emit` step adds by itself. */
const emitted = {
  scenario: text,
  step: text,
  enrolment: text.check(z.describe('The enrolment that published it.')),
  order: z.optional(z.looseObject({ id: text })),
  dueAt: z.optional(moment),
};

const schemas = {
  MessageRequested: {
    says: 'Send this message by this channel, once. Consent, frequency caps and quiet hours have been checked already.',
    holds: {
      id: text.check(z.describe('The touchpoint: send what bears the same id once.')),
      channel: z.enum(['line', 'push', 'insert']),
      kind: z.enum(['transactional', 'marketing']),
      scenario: text,
      step: text,
      template: text,
      number: z.optional(
        z.number().check(z.multipleOf(1), z.gte(1), z.describe('Of a series: which of its messages.')),
      ),
      subject: z.string(),
      text: z.string().check(z.describe('The message as plain text, in the customer’s language.')),
      locale: text,
    },
  },
  CouponIssued: {
    says: 'Accept this code from this customer. It is published before the message goes, and again with each message of the enrolment.',
    holds: {
      code: z.string().check(z.regex(/^[2-9A-HJKMNP-Z]{10}$/)),
      campaign: text,
      off: z.union([z.object({ percent: z.number() }), z.object({ amount: z.number() })]),
      endsOn: text.check(
        z.meta({ format: 'date', description: 'The last day it is good, in the store’s zone.' }),
      ),
      scenario: text,
    },
  },
  ReferralCodeIssued: {
    says: 'This is the code in the referral link of this customer, now and always. It is published before a message shows the link, and again with each such message.',
    holds: { code: z.string().check(z.regex(/^[2-9A-HJKMNP-Z]{10}$/)) },
  },
  BookingConfirmed: {
    says: 'The customer said on the page of the booking that they will come.',
    holds: { booking: z.looseObject({ id: text }) },
  },
  SegmentChanged: {
    says: 'The customer entered a segment, or left it.',
    holds: { segment: text, change: z.enum(['entered', 'left']), at: moment },
  },
  HumanTask: {
    says: 'Somebody of the staff is to do something for the customer. Other fields are those of the step.',
    holds: { ...emitted, reason: text },
  },
  AudienceChanged: {
    says: 'Add the customer to an audience of another tool, or take the customer out. Other fields are those of the step.',
    holds: { ...emitted, audience: text, change: z.enum(['added', 'removed']) },
  },
} as const;

export type PublishedName = keyof typeof schemas;
export const publishedNames = Object.keys(schemas) as PublishedName[];

/** By detail-type: the schema of the `detail` of what the engine publishes under source `tsunagu`. */
export function publishedSchemas(): Readonly<Record<PublishedName, JsonSchema>> {
  const made = publishedNames.map((name) => [name, schemaOf(name)]);
  return Object.fromEntries(made);
}

function schemaOf(name: PublishedName): JsonSchema {
  const { says, holds } = schemas[name];
  const { $schema, ...rest } = z.toJSONSchema(z.looseObject({ ...common, ...holds }));
  return { $schema, title: name, description: says, ...rest };
}
