/** A store in memory on the day of the sale: the real service code, with the sale's own Scheduler, lanes and mail service. */
import { Temporal } from 'temporal-polyfill';
import { parseEvent } from '../../../shared/core/events/event-schema.ts';
import { openBook } from '../../../shared/core/language/scenario-book.ts';
import { switched } from '../../../shared/core/language/scenario-switches.ts';
import type { Mail } from '../../../shared/core/record/mail.ts';
import type { Lane } from '../../../shared/core/values/lane.ts';
import { facts, shippedLibrary } from '../../../shared/library.ts';
import { memoryWorld } from '../../../shared/memory/memory-world.ts';
import { ingest } from '../../../shared/service/intake/ingest.ts';
import { engineOf } from '../../../shared/service/saving/engine.ts';
import { localSettings } from '../../../shared/settings/local-settings.ts';
import type { FlashSaleOptions } from './options.ts';
import { SaleLanes } from './sale-lanes.ts';
import { SaleScheduler } from './sale-scheduler.ts';

/** An evening in Tokyo. */
export const startAt = Temporal.Instant.from('2026-11-27T11:00:00Z');
/** Who runs a sale has workers and a share of the mail service's rate for order mail. */
const workers = 100;
const laneShares = { transactional: 0.6, marketing: 0.4 };
/** What a message says decides nothing here. */
const templates = { load: async (name: string) => ({ subject: name, html: name, text: name }) };
const thanks = 'order-thanks';

/** What the store's mail service was handed. */
interface SaleMails {
  readonly inSecond: Record<Lane, number>;
  /** By address, when the thank-you went. */
  readonly thankedAt_ms: Map<string, number>;
}

export const nthCustomer = (nth: number) => `c-${nth + 1}`;
const emailOf = (nth: number) => `${nthCustomer(nth)}@example.com`;

export function openSale({ rate, sendRate }: Pick<FlashSaleOptions, 'rate' | 'sendRate'>) {
  const laneConcurrency = { transactional: workers, marketing: workers };
  const settings = localSettings({ store: 'shop', sendRate, laneShares, laneConcurrency });
  const memory = memoryWorld({ startAt, settings, templates, keepMails: 1, keepLogLines: 1 });
  const { clock } = memory;
  const lanes = new SaleLanes(clock);
  const scheduler = new SaleScheduler(
    clock,
    rate,
    ({ lane, message }) => void lanes.enqueue(lane, message, 0),
  );
  const mails: SaleMails = { inSecond: { transactional: 0, marketing: 0 }, thankedAt_ms: new Map() };
  const mailer = {
    async send(mail: Mail) {
      mails.inSecond[mail.lane] += 1;
      if (mail.tags.scenario === thanks) mails.thankedAt_ms.set(mail.to, clock.now().epochMilliseconds);
      return memory.mailer.send(mail);
    },
  };
  // What the engine puts on the bus is nobody's here.
  const bus = { publish: async () => {} };
  const world = { ...memory, lanes, timers: scheduler, mailer, bus };
  const { scenarios, messages, segments, surveys } = shippedLibrary;
  const book = openBook(switched(scenarios, settings.scenarios), messages, segments, { ...facts, surveys });
  const engine = engineOf(world, book, settings);
  const sending = { ...engine, linkBaseUrl: 'https://links.example.com', remaining_ms: () => 60_000 };
  /** How late the customer's thank-you was; undefined where none went. */
  const thanksAfter_ms = (nth: number, ordered_ms: number) => {
    const went_ms = mails.thankedAt_ms.get(emailOf(nth));
    return went_ms === undefined ? undefined : went_ms - ordered_ms;
  };
  return { world, engine, sending, lanes, scheduler, mails, thanksAfter_ms };
}

export type SaleStore = ReturnType<typeof openSale>;

/** A new customer orders; three of four would like to hear more, and one of ten pays later, of which order mail reminds. */
export async function placeOrder({ engine }: Pick<SaleStore, 'engine'>, nth: number): Promise<void> {
  const now = engine.world.clock.now();
  const id = nthCustomer(nth);
  const detail = {
    eventId: `e-${nth + 1}`,
    occurredAt: now.toString(),
    customer: { id, email: emailOf(nth), name: id, acceptsMarketing: nth % 4 !== 3 },
    order: {
      id: `o-${nth + 1}`,
      currency: 'JPY',
      total: 5400,
      items: [{ productId: `p-${nth % 50}`, name: 'Serum', quantity: 1, unitPrice: 5400 }],
    },
    ...(nth % 10 === 9 && { payment: { deadline: '2026-12-04', method: 'convenience store' } }),
  };
  const event = parseEvent('OrderPlaced', detail, now);
  if (event) await ingest(engine, id, [event]);
}
