/** What the types of events and messages, made of their schemas, refuse: tsc checks this file. */
import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import type { EventDetail, Product, StoreDetail } from '../../../shared/core/events/event.ts';
import { detailSchema } from '../../../shared/core/events/event-schema-whole.ts';
import type { IntakeMessage, MailEvent } from '../../../shared/core/events/intake-message.ts';
import type { LaneMessage } from '../../../shared/core/events/lane-message.ts';

const detail: EventDetail = {
  eventId: 'e-1',
  customer: { id: 'c-1', attributes: { skin: 'dry' } },
  order: { id: 'o-1', items: [{ productId: 'p-1' }] },
  consent: { granted: true, topics: ['tips'] },
  anything: 'else',
};

const wrongDetails: EventDetail[] = [
  // @ts-expect-error an event about a customer names one
  { eventId: 'e-1', customer: { email: 'hana@example.com' } },
  // @ts-expect-error a total is a number
  { ...detail, order: { id: 'o-1', total: '5400' } },
  // @ts-expect-error no null is left in what was read
  { ...detail, cart: null },
  // @ts-expect-error a consent says yes or no
  { ...detail, consent: { topics: ['tips'] } },
  {
    ...detail,
    // @ts-expect-error an order has no "totl"
    order: { id: 'o-1', totl: 5400 },
  },
];

function renamed(product: Product) {
  // @ts-expect-error what was read stays as it is
  product.name = 'Serum';
}

// @ts-expect-error a misspelt field of a part is no extra
const misspelt = (told: StoreDetail) => told.order?.totl;

// @ts-expect-error an extra field may be anything
const extra = (told: StoreDetail): string => told.anything;

const at = '2026-11-22T00:00:00Z';
const wrongMessages: (IntakeMessage | LaneMessage)[] = [
  // @ts-expect-error a timer has an arm
  { kind: 'timer', customer: 'c-1', enrolment: 'e-1', step: 'hello' },
  // @ts-expect-error no event of the store's goods
  { kind: 'told', customer: 'c-1', name: 'OrderPlaced', at, detail: { eventId: 'e-1' } },
  // @ts-expect-error an event has an id
  { kind: 'told', customer: 'c-1', name: 'ProductPriceChanged', at, detail: {} },
  // @ts-expect-error to look at everybody names nobody
  { kind: 'many', share: 1, each: { kind: 'look', customer: 'c-1' } },
];

/** What the engine puts on its own queue as events is what it reads from there. */
type Written = z.input<ReturnType<typeof detailSchema>>;
const told = { eventId: 'e-1', occurredAt: at, customer: { id: 'c-1' } };
const mailEvents: readonly MailEvent[] = [
  {
    'detail-type': 'MailClicked',
    detail: { ...told, click: { touchpoint: 't', scenario: 's', step: 'hello' } },
  },
  { 'detail-type': 'ConsentChanged', detail: { ...told, consent: { granted: false, source: 'complaint' } } },
];
const written: readonly Written[] = mailEvents.map((event) => event.detail);

test('the types alone refuse these: as they run, each is plain data', () => {
  const all = [wrongDetails, wrongMessages];
  expect(JSON.parse(JSON.stringify(all))).toEqual(all);
  expect(misspelt(detail)).toBeUndefined();
  expect(extra(detail)).toBe('else');
  expect(renamed).toBeTypeOf('function');
});

test('what the engine tells itself of a mail passes the schema of the bus', () => {
  expect(written.map((one) => detailSchema().parse(one))).toEqual(written);
});
