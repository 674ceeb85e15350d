/** What travels in a send lane: ids only, never personal data. Scheduler and our own functions write it, nobody else should. */
import * as z from 'zod/mini';
import { customerId } from './message-parts.ts';

/** Ids of our own making: they are written into logs, so nothing else may come in their place. */
const id = z.string().check(z.regex(/^[\w-]{1,128}$/));
/** The keyed hash of the address known when the message was put (a read hint). */
const address = z.optional(z.string().check(z.regex(/^[\w-]{1,64}$/)));
const arm = z.number().check(z.multipleOf(1), z.gte(1));
/** The minute since the epoch of the alarm by which the message came: what else waits in its lane is put in too. */
const alarm = z.optional(z.number().check(z.multipleOf(1), z.gte(1)));

const timer = z.object({
  kind: z.literal('timer'),
  customer: customerId,
  enrolment: id,
  step: id,
  arm,
  address,
  alarm,
});
const look = z.object({ kind: z.literal('look'), customer: customerId, arm, alarm });
const resolve = z.object({ kind: z.literal('resolve'), customer: customerId, touchpoint: id, address });
const probe = z.object({ kind: z.literal('probe'), id: z.string().check(z.regex(/^[\w-]{1,64}$/)) });

export const laneMessageSchema = z.discriminatedUnion('kind', [timer, look, resolve, probe]);

/** One firing of one timer. */
export type TimerMessage = Readonly<z.infer<typeof timer>>;

/** Her dates, schedules and segments are to be looked at: something may have become true by time alone. */
export type LookMessage = Readonly<z.infer<typeof look>>;

/** Comes back 15 minutes after a claim whose outcome nobody knows. */
export type ResolveMessage = Readonly<z.infer<typeof resolve>>;

/** Asks whether messages come through: whoever put it looks for its arrival. It is about nobody. */
type ProbeMessage = Readonly<z.infer<typeof probe>>;

export type LaneMessage = TimerMessage | LookMessage | ResolveMessage | ProbeMessage;
