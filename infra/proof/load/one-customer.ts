/** Very many orders of one customer within a minute: each is thanked for once, however often its event is put back. */
import type { Temporal } from 'temporal-polyfill';
import type { Customers } from '../../../shared/ports/customers.ts';
import { nthOrder, openPlayedStore } from '../lane-workers/played-store.ts';
import { passTime, sideBySide } from '../lane-workers/side-by-side-clock.ts';
import { VirtualIntake } from '../lane-workers/virtual-intake.ts';
import { loadBeginsAt } from './service-plays.ts';

export interface WentOfOne {
  readonly orders: number;
  readonly thanked: number;
  /** Orders that were thanked for twice or more. */
  readonly twice: number;
  /** From the first order until the last thanks. */
  readonly lasted_s: number;
  readonly putBack: number;
  /** The most receives of one message of the queue, of the so many that it is allowed. */
  readonly receives: { readonly most: number; readonly allowed: number };
  readonly deadLetters: number;
}

/** As Lambda begins with. */
const workers = 5;
/** What a read or a write of the table takes: long enough for workers to lose races. */
const table_ms = 5;
const longest = { hours: 72 };
const sendRate = 14;

/** @param within_s the seconds over which the orders are spread */
export async function playOneCustomer(orders: number, within_s: number): Promise<WentOfOne> {
  const thanks: number[] = [];
  const store = openPlayedStore({
    startAt: loadBeginsAt,
    schedules: Number.POSITIVE_INFINITY,
    settings: { sendRate, jitterMinutes: 0 },
    accepted: ({ tags }) => {
      if (tags.template === 'order-thanks__thanks') thanks.push(store.time.now().epochMilliseconds);
    },
  });
  const { time, engine, lanes, world } = store;
  const clock = sideBySide(time);
  const intake = new VirtualIntake({
    virtual: time,
    clock,
    engine: {
      ...engine,
      world: { ...world, customers: slow(world.customers, () => clock.sleep(table_ms)) },
    },
    ports: world,
  });
  for (let nth = 0; nth < orders; nth += 1) {
    const after_s = (within_s * nth) / orders;
    intake.put(orderPlaced(nth, loadBeginsAt.add({ milliseconds: Math.floor(after_s * 1000) })), after_s);
  }
  const crew = Promise.race([store.start(), intake.start(workers)]);
  const isOver = () => intake.isQuiet && lanes.areQuiet;
  await passTime({ clock: time, crew, isOver }, loadBeginsAt.add(longest));
  const touchpoints = await world.touchpoints.list('c-1');
  const thanked = touchpoints.filter(
    ({ template, state }) => template === 'order-thanks/thanks' && state === 'sent',
  );
  const ordersThanked = new Set(thanked.map(({ enrolment }) => enrolment)).size;
  return {
    orders,
    thanked: ordersThanked,
    twice: thanks.length - ordersThanked,
    lasted_s: (Math.max(...thanks, 0) - loadBeginsAt.epochMilliseconds) / 1000,
    putBack: intake.putBack,
    receives: { most: intake.mostReceives, allowed: intake.allowedReceives },
    deadLetters: intake.dead.length,
  };
}

function slow(customers: Customers, wait: () => Promise<void>): Customers {
  return {
    ...customers,
    load: async (id) => {
      await wait();
      return customers.load(id);
    },
    loadWithAddress: async (...asked) => {
      await wait();
      return customers.loadWithAddress(...asked);
    },
    save: async (...saved) => {
      await wait();
      return customers.save(...saved);
    },
  };
}

function orderPlaced(nth: number, at: Temporal.Instant): string {
  return JSON.stringify({
    'detail-type': 'OrderPlaced',
    source: 'shop',
    id: `b-${nth}`,
    detail: {
      eventId: `e-${nth}`,
      occurredAt: at.toString(),
      customer: { id: 'c-1', email: 'hana@example.com', name: 'Hana', acceptsMarketing: true },
      order: nthOrder(nth),
    },
  });
}
