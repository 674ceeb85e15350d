/** What the engine itself puts into the intake queue: ids and data of the store, no personal data. */
import * as z from 'zod/mini';
import { onFirstUse } from '../values/on-first-use.ts';
import { isStoreWideName, type StoreWideName } from './event-catalogue.ts';
import { customerId } from './message-parts.ts';

const instant = onFirstUse(() => z.iso.datetime({ offset: true }));
const key = onFirstUse(() => z.string().check(z.minLength(1), z.maxLength(256)));

const enrol = () => ({
  kind: z.literal('enrol'),
  scenario: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
  /** Tells repeats: the command's `eventId`, or the occurrence of the schedule. */
  key: key(),
  /** The instant the entry counts from. */
  at: instant(),
  /** The fields of the store's event that concerns many, such as a sale; nested as on the wire. */
  event: z.optional(z.record(z.string(), z.unknown())),
});

const storeWide = () => ({
  kind: z.literal('told'),
  name: z.custom<StoreWideName>((name) => typeof name === 'string' && isStoreWideName(name)),
  at: instant(),
  /** The event's detail as on the wire, with its `eventId` and without a customer. */
  detail: z.looseObject({ eventId: key() }),
});

const enrolOne = () => z.object({ ...enrol(), customer: customerId() });
const storeWideOne = () => z.object({ ...storeWide(), customer: customerId() });
const many = () =>
  z.object({
    kind: z.literal('many'),
    share: z.number().check(z.multipleOf(1), z.gte(0), z.lte(1023)),
    cursor: z.optional(z.string().check(z.maxLength(2048))),
    each: z.discriminatedUnion('kind', [
      z.object(enrol()),
      z.object(storeWide()),
      /** Looks at dates, schedules and segments anew, for instance after a deployment with new ones. */
      z.object({ kind: z.literal('look') }),
    ]),
  });
/** The next of those who asked for a product that is there again. */
const askers = () => z.object({ kind: z.literal('askers'), each: z.object(storeWide()) });
const look = () => z.object({ kind: z.literal('look'), customer: customerId() });
const erase = () =>
  z.object({
    kind: z.literal('erase'),
    customer: customerId(),
    /** The instant at which it was asked for. */
    at: instant(),
  });

const forget = () =>
  z.object({
    kind: z.literal('forget'),
    customer: customerId(),
    /** The hash of their address. */
    address: z.optional(z.string().check(z.maxLength(128))),
  });

const mailbox = () =>
  z.object({
    kind: z.literal('mailbox'),
    customer: customerId(),
    /** When another customer with the same address ordered. */
    bought: instant(),
  });

const sweep = () =>
  z.object({
    kind: z.literal('sweep'),
    /** The moment at which the round began: its name. */
    round: instant(),
    cursor: z.optional(z.string().check(z.maxLength(2048))),
    /** Pages that the round may still read, this one among them. */
    left: z.number().check(z.multipleOf(1), z.gte(1), z.lte(100_000)),
  });

export const intakeMessageSchema = onFirstUse(() =>
  z.discriminatedUnion('kind', [
    enrolOne(),
    storeWideOne(),
    many(),
    askers(),
    look(),
    erase(),
    forget(),
    mailbox(),
    sweep(),
  ]),
);

/** Let one customer into a scenario that waits for a command, a schedule or a word about many. */
export type EnrolMessage = Readonly<z.infer<ReturnType<typeof enrolOne>>>;

/** An event of the store's goods told to one customer: for whoever waits for it or is let in by it. */
export type StoreWideMessage = Readonly<z.infer<ReturnType<typeof storeWideOne>>>;

/** One page of everybody: each gets one of the messages above, and the next page follows. */
export type ManyMessage = Readonly<z.infer<ReturnType<typeof many>>>;

/** One page of those who asked for a product, in the order of asking: each is told, and the next page follows. */
export type AskersMessage = Readonly<z.infer<ReturnType<typeof askers>>>;

/** Look at one customer's dates, schedules and segments now. */
type LookNowMessage = Readonly<z.infer<ReturnType<typeof look>>>;

/** Erase one customer: all that is held, under every id of the customer. */
export type EraseMessage = Readonly<z.infer<ReturnType<typeof erase>>>;

/** Forget one who signed up and never confirmed it, unless they have meanwhile. */
export type ForgetMessage = Readonly<z.infer<ReturnType<typeof forget>>>;

/** Another customer with the same address ordered. */
export type MailboxMessage = Readonly<z.infer<ReturnType<typeof mailbox>>>;

/** One page of a round of the sweep: whose timer never came is woken, and the next page follows. */
export type SweepMessage = Readonly<z.infer<ReturnType<typeof sweep>>>;

/** A link of a mail that she pressed herself: an event of hers like any other, shaped as the bus would bring it. */
interface ClickEvent {
  readonly 'detail-type': 'MailClicked';
  readonly detail: {
    readonly eventId: string;
    readonly occurredAt: string;
    readonly customer: { readonly id: string };
    readonly click: { readonly touchpoint: string; readonly scenario: string; readonly step: string };
  };
}

/** She called a mail spam: a withdrawal of her consent like any other, shaped as the bus would bring it. */
interface ComplaintEvent {
  readonly 'detail-type': 'ConsentChanged';
  readonly detail: {
    readonly eventId: string;
    readonly occurredAt: string;
    readonly customer: { readonly id: string };
    readonly consent: { readonly granted: false; readonly source: 'complaint' };
  };
}

/** What the mail service reported, as an event of the customer. */
export type MailEvent = ClickEvent | ComplaintEvent;

export type IntakeMessage =
  | EnrolMessage
  | StoreWideMessage
  | ManyMessage
  | AskersMessage
  | LookNowMessage
  | EraseMessage
  | ForgetMessage
  | MailboxMessage
  | SweepMessage;
