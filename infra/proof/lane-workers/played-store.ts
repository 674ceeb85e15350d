/** A store in memory whose lanes are worked off side by side, in virtual time: the real service code and the real pacer. */
import type { Temporal } from 'temporal-polyfill';
import { parseEvent } from '../../../shared/core/events/event-schema.ts';
import type { LaneMessage } from '../../../shared/core/events/lane-message.ts';
import type { Mail } from '../../../shared/core/record/mail.ts';
import { mail_ms } from '../../../shared/core/values/send-pace.ts';
import { facts, shippedLibrary } from '../../../shared/library.ts';
import { memoryWorld } from '../../../shared/memory/memory-world.ts';
import { ingest } from '../../../shared/service/intake/ingest.ts';
import { deployedBook } from '../../../shared/service/saving/deployed-book.ts';
import { engineOf } from '../../../shared/service/saving/engine.ts';
import { handleLaneMessage } from '../../../shared/service/sending/handle-lane-message.ts';
import { localSettings } from '../../../shared/settings/local-settings.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { answer_ms, MailService } from './mail-service.ts';
import { sideBySide } from './side-by-side-clock.ts';
import { VirtualLanes } from './virtual-lanes.ts';
import { VirtualScheduler } from './virtual-scheduler.ts';
import { startWorkers, type Worker } from './workers.ts';

/** What a message says decides nothing here. */
const templates = { load: async (name: string) => ({ subject: name, html: name, text: name }) };
/** How long a worker is busy before it asks to send; all there is to a message of which no mail comes. */
const before_ms = 70;
const after_ms = mail_ms - answer_ms - before_ms;

export interface PlayedOptions {
  readonly startAt: Temporal.Instant;
  readonly settings: Partial<Settings> & Pick<Settings, 'sendRate'>;
  /** CreateSchedule a second. */
  readonly schedules: number;
  /** Told of each mail that was accepted. */
  accepted?(mail: Mail): void;
}

export const nthCustomer = (nth: number) => `c-${nth + 1}`;
export const emailOf = (nth: number) => `${nthCustomer(nth)}@example.com`;

export function openPlayedStore({ startAt, settings: given, schedules, accepted }: PlayedOptions) {
  const settings = localSettings({ store: 'shop', laneConcurrency: undefined, ...given });
  const memory = memoryWorld({ startAt, settings, templates, keepMails: 1, keepLogLines: 1 });
  const clock = sideBySide(memory.clock);
  const lanes = new VirtualLanes(memory.clock);
  const scheduler = new VirtualScheduler(
    memory.clock,
    schedules,
    ({ lane, message }) => void lanes.enqueue(lane, message, 0),
  );
  const mails = new MailService(clock, settings.sendRate);
  const mailer = {
    async send(mail: Mail) {
      const outcome = await mails.call(mail.lane);
      if (outcome.kind === 'accepted') accepted?.(mail);
      await clock.sleep(after_ms);
      return outcome;
    },
  };
  // What the engine puts on the bus is nobody's here.
  const bus = { publish: async () => {} };
  const world = { ...memory, clock, lanes, timers: scheduler, mailer, bus };
  const book = deployedBook({ ...shippedLibrary, catalogue: shippedLibrary.messages, facts }, settings);
  const engine = engineOf(world, book, settings);
  const handlerOf = ({ pacer, remaining_ms }: Worker) => {
    const linkBaseUrl = 'https://links.example.com';
    const sending = { ...engine, world: { ...world, pacer }, linkBaseUrl, remaining_ms };
    return async (message: LaneMessage) => {
      await clock.sleep(before_ms);
      await handleLaneMessage(sending, message);
    };
  };
  /** Sets the workers to work; see {@link startWorkers}. */
  const start = () => startWorkers({ clock, lanes, settings, handlerOf });
  return { world, time: memory.clock, engine, lanes, scheduler, mails, start };
}

export type PlayedStore = ReturnType<typeof openPlayedStore>;

type Taking = Pick<PlayedStore, 'engine'>;

async function takeIn({ engine }: Taking, nth: number, name: string, detail: object): Promise<void> {
  const now = engine.world.clock.now();
  const told = { eventId: `${name}-${nth + 1}`, occurredAt: now.toString(), ...detail };
  const event = parseEvent(name, told, now);
  if (event) await ingest(engine, nthCustomer(nth), [event]);
}

const customerOf = (nth: number) => ({
  id: nthCustomer(nth),
  email: emailOf(nth),
  name: nthCustomer(nth),
});

export const nthOrder = (nth: number) => ({
  id: `o-${nth + 1}`,
  currency: 'JPY',
  total: 5400,
  items: [{ productId: `p-${nth % 50}`, name: 'Serum', quantity: 1, unitPrice: 5400 }],
});

/** A new customer orders; three of four would like to hear more. `more`: other fields of the event. */
export function placeOrder(store: Taking, nth: number, more: object = {}): Promise<void> {
  return takeIn(store, nth, 'OrderPlaced', {
    customer: { ...customerOf(nth), acceptsMarketing: nth % 4 !== 3 },
    order: nthOrder(nth),
    ...more,
  });
}

/** A new customer signs up and is welcomed: marketing mail, due at once. */
export function register(store: Taking, nth: number): Promise<void> {
  return takeIn(store, nth, 'CustomerRegistered', {
    customer: { ...customerOf(nth), acceptsMarketing: true },
  });
}
