/**
 * What travels in a send lane: ids only, never personal data. Scheduler and our own functions write it, nobody else should.
 * It is read without schemas: a sender reads nothing else from outside, and their library would be a twentieth of its start.
 */
import { type Lane, lanes } from '../values/lane.ts';
import { isCustomerId } from './message-parts.ts';

interface FromTimer {
  readonly customer: string;
  readonly arm: number;
  /** The minute since the epoch of the alarm by which the message came: what else waits in its lane is put in too. */
  readonly alarm?: number | undefined;
}

/** One firing of one timer. */
export interface TimerMessage extends FromTimer {
  readonly kind: 'timer';
  readonly enrolment: string;
  readonly step: string;
  /** The keyed hash of the address known when the message was put (a read hint). */
  readonly address?: string | undefined;
  /** The order in whose item the enrolment's fields lie (a read hint). */
  readonly order?: string | undefined;
}

/** Her dates, schedules and segments are to be looked at: something may have become true by time alone. */
export interface LookMessage extends FromTimer {
  readonly kind: 'look';
}

/** Comes back 15 minutes after a claim whose outcome nobody knows. */
export interface ResolveMessage {
  readonly kind: 'resolve';
  readonly customer: string;
  readonly touchpoint: string;
  readonly address?: string | undefined;
  /** It is proven by now that the mail never went: its claim is given back first. */
  readonly neverWent?: true | undefined;
  /** So its claim was given back: where it may go no more, it is left out for good. */
  readonly givenBack?: true | undefined;
  /** What the claim was of: where the record has let go of it meanwhile, what became of the message is told all the same. */
  readonly claim?: AskedClaim | undefined;
}

/** As much of a claim as its touchpoint tells. */
export interface AskedClaim {
  readonly kind: Lane;
  readonly enrolment: string;
  readonly scenario: string;
  readonly version: number;
  readonly step: string;
  readonly number?: number | undefined;
  /** When it was decided, in milliseconds since the epoch. */
  readonly at: number;
}

/** Asks whether messages come through: whoever put it looks for its arrival. It is about nobody. */
interface ProbeMessage {
  readonly kind: 'probe';
  readonly id: string;
}

export type LaneMessage = TimerMessage | LookMessage | ResolveMessage | ProbeMessage;

type Fits = (value: unknown) => boolean;
/** Every field of a message has its check: one without does not compile. */
type Checks = {
  readonly [Message in LaneMessage as Message['kind']]: Readonly<
    Record<Exclude<keyof Message, 'kind'>, Fits>
  >;
};

const matches =
  (pattern: RegExp): Fits =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const maybe =
  (fits: Fits): Fits =>
  (value) =>
    value === undefined || fits(value);

/** Ids of our own making: they are written into logs, so nothing else may come in their place. */
const isId = matches(/^[\w-]{1,128}$/);
const isShortId = matches(/^[\w-]{1,64}$/);
const isCount: Fits = (value) => Number.isSafeInteger(value) && (value as number) >= 1;

const customer = isCustomerId;
/** Given by the storefront within the same bounds, and as little logged. */
const order = maybe(isCustomerId);
const isClaim: Fits = (value) => {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, enrolment, scenario, version, step, number, at } = value as Readonly<Record<string, unknown>>;
  const isNamed = [enrolment, scenario, step].every(isId);
  const isOfLane = lanes.some((lane) => lane === kind);
  return isOfLane && isNamed && [version, at].every(isCount) && maybe(isCount)(number);
};
const fromTimer = { arm: isCount, alarm: maybe(isCount) };
const checks: Checks = {
  timer: { customer, enrolment: isId, step: isId, ...fromTimer, address: maybe(isShortId), order },
  look: { customer, ...fromTimer },
  resolve: {
    customer,
    touchpoint: isId,
    address: maybe(isShortId),
    neverWent: maybe((told) => told === true),
    claim: maybe(isClaim),
    givenBack: maybe((told) => told === true),
  },
  probe: { id: isShortId },
};

/** The message that the data is, without fields that a newer deployment added; undefined where it is none. */
export function laneMessageOf(data: unknown): LaneMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const given = data as Readonly<Record<string, unknown>>;
  const { kind } = given;
  if (typeof kind !== 'string' || !Object.hasOwn(checks, kind)) return undefined;
  const fields = Object.entries<Fits>(checks[kind as LaneMessage['kind']]);
  if (!fields.every(([name, fits]) => fits(given[name]))) return undefined;
  const there = fields.map(([name]) => [name, given[name]]).filter(([, value]) => value !== undefined);
  return { kind, ...Object.fromEntries(there) };
}
