/** The embedded cloud's own control over HTTP: its clock, and what is to be seen of it. */
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import type { PlayClock } from './play.ts';

const clockSchema = z.looseObject({ now: z.string() });
const counts = z.record(z.string(), z.number());

const mailSchema = z.looseObject({
  id: z.string(),
  subject: z.string(),
  template: z.string(),
  scenario: z.string(),
  step: z.string(),
  kind: z.string(),
  customer: z.string(),
  touchpoint: z.optional(z.string()),
  enrolment: z.optional(z.string()),
  at: z.string(),
});

const touchpointSchema = z.looseObject({
  id: z.string(),
  enrolment: z.string(),
  step: z.string(),
  template: z.string(),
  state: z.string(),
  because: z.string(),
  at: z.string(),
  /** What took its place. */
  by: z.optional(z.string()),
});

const customerSchema = z.looseObject({
  customer: z.looseObject({
    enrolments: z.optional(
      z.array(
        z.looseObject({ id: z.string(), held: z.optional(z.string()), ended: z.optional(z.unknown()) }),
      ),
    ),
    ended: z.optional(z.array(z.looseObject({ id: z.string() }))),
    /** The refused entries, each with the letter of its reason. */
    not: z.optional(z.array(z.looseObject({ scenario: z.string(), why: z.optional(z.string()) }))),
  }),
  touchpoints: z.array(touchpointSchema),
});

const statsSchema = z.looseObject({
  requests: counts,
  capacity: z.looseObject({ read: z.number(), write: z.number() }),
  /** By name; those of dead letters end in "-dead". */
  queues: z.record(z.string(), z.looseObject({ visible: z.number() })),
  deadLetters: z.number(),
  mails: z.number(),
  enrolments: z.optional(z.number()),
});

export type MailSeen = z.infer<typeof mailSchema>;
export type TouchpointSeen = z.infer<typeof touchpointSchema>;
export type CustomerSeen = z.infer<typeof customerSchema>;
export type Stats = z.infer<typeof statsSchema>;

/** Thrown when the embedded cloud does not answer as it should. */
export class ControlFailed extends Error {
  override readonly name = 'ControlFailed';
  readonly code = 'CONTROL_FAILED';
}

export interface ControlClient extends PlayClock {
  mails(): Promise<MailSeen[]>;
  stats(): Promise<Stats>;
  /** Undefined for a customer the engine has never heard of. */
  customer(id: string): Promise<CustomerSeen | undefined>;
}

async function read<Schema extends z.ZodMiniType>(
  response: Response,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const path = new URL(response.url).pathname;
  const text = await response.text();
  if (!response.ok) throw new ControlFailed(`${path} answered ${response.status}: ${text.slice(0, 500)}`);
  const result = schema.safeParse(JSON.parse(text));
  if (result.success) return result.data;
  const where = result.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ControlFailed(`${path} answered another shape than the demo knows (${where.join('; ')}).`);
}

/** @param url of the embedded cloud, without a slash at its end */
export function controlOf(url: string, signal: AbortSignal): ControlClient {
  const get = (path: string) => fetch(`${url}/_local/${path}`, { signal });
  const move = (body: object) => {
    const headers = { 'content-type': 'application/json' };
    return fetch(`${url}/_local/clock`, { method: 'POST', headers, body: JSON.stringify(body), signal });
  };
  const settle = async () => {
    await read(await move({ advance: 'PT0S' }), clockSchema);
  };
  /** Between two calls the clock runs with real time, so that it may be there already: never send it back. */
  const isThere = async (to: Temporal.Instant) => {
    const { now } = await read(await get('clock'), clockSchema);
    return Temporal.Instant.compare(now, to) >= 0;
  };
  return {
    // Work begun before may still run: customers do not depend on one another, and the end of the play settles all.
    async moveTo(to) {
      const response = await move({ to: to.toString(), settle: false });
      if (response.status === 400 && (await isThere(to))) {
        await response.body?.cancel();
        return settle();
      }
      await read(response, clockSchema);
    },
    settle,
    mails: async () => read(await get('mails'), z.array(mailSchema)),
    stats: async () => read(await get('stats'), statsSchema),
    customer: async (id) => {
      const response = await get(`customers/${encodeURIComponent(id)}`);
      if (response.status !== 404) return read(response, customerSchema);
      await response.body?.cancel();
      return undefined;
    },
  };
}
