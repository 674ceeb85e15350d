/** Of every optional field of the wire: garbage in it costs that field alone, is told, and the event is taken. */
import { expect, test } from 'vitest';
import { applyEvents } from '../../../shared/core/enrolments/apply-events.ts';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { type EventName, eventNames, isOfStore } from '../../../shared/core/events/event-catalogue.ts';
import { demandsOf, requiredPart } from '../../../shared/core/events/event-demands.ts';
import { parseEvent, parseStoreWideEvent } from '../../../shared/core/events/event-schema.ts';
import type { PartName } from '../../../shared/core/events/event-schema-parts.ts';
import { openBook } from '../../../shared/core/language/scenario-book.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { at } from '../../support/events.ts';
import { settings } from '../../support/settings.ts';
import { catalogue, scenarios } from '../../support/shipped.ts';
import { fieldOf, garbage, optionalFields, type Path, withValue } from './wire-fields.ts';

const arrived = at('2026-11-22T09:31:00+09:00');
const base = {
  eventId: 'evt-1',
  occurredAt: '2026-11-22T09:30:00+09:00',
  customer: { id: 'c-1', email: 'hana@example.com' },
};
const identities: Readonly<Record<PartName, object>> = {
  order: { id: 'o-1' },
  cart: { items: [{ productId: 'p-1' }] },
  shipment: {},
  payment: {},
  refund: {},
  product: { id: 'p-1' },
  sale: { id: 's-1' },
  sample: { id: 'sa-1' },
  subscription: { id: 'su-1' },
  coupon: { code: 'TEA' },
  consent: { granted: false },
  survey: { id: 'early' },
  review: { productId: 'p-1' },
  help: { id: 'h-1' },
  referral: { friendId: 'c-2' },
  booking: { id: 'b-1' },
  points: { balance: 1 },
  rank: { name: 'gold' },
  merge: { from: 'c-1', to: 'c-2' },
  click: { touchpoint: 't-1' },
  wishes: {},
};

/** Half of these would say something else than the whole (docs/events.md): with a word of it unread the event is refused. */
const whole: readonly string[] = ['consent', 'wishes', 'sale', 'merge', 'click'];
const isNeeded = (name: EventName, path: Path) =>
  demandsOf(name).fields.includes(fieldOf(path)) ||
  (whole.includes(String(path[0])) && demandsOf(name).parts.includes(path[0] as PartName));

/** What is about the store's goods names no customer: whatever it says of one is of nobody. */
const isAsked = (name: EventName, path: Path) =>
  !isNeeded(name, path) && !(isOfStore(name) && path[0] === 'customer');

function detailWith(name: EventName, path: Path, value: unknown) {
  const part = requiredPart(name);
  const asked = part ? { [part]: identities[part] } : {};
  const ofField = path[0] as PartName | 'customer';
  const known = ofField === 'customer' ? base.customer : identities[ofField];
  return withValue({ ...base, ...asked, [ofField]: known }, path, value) as object;
}
const read = (name: EventName, detail: object) =>
  isOfStore(name) ? parseStoreWideEvent(name, detail, arrived) : parseEvent(name, detail, arrived);

/** The field itself, or what cannot be without it; a line of a list that is none leaves the list. */
function isTold(unread: readonly string[] = [], path: Path): boolean {
  const field = fieldOf(path);
  return unread.some((one) => one === field || field.startsWith(`${one}.`) || one.startsWith(`${field}.`));
}

const valueAt = (detail: unknown, path: Path) =>
  path.reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], detail);

/** By what they are about: events that ask for the same are read by the same schemas. */
const oneOfEachKind = [
  ...new Map(eventNames.map((name) => [`${requiredPart(name)} ${isOfStore(name)}`, name])).values(),
];

test('there is something to lose', () => {
  expect(optionalFields.map(fieldOf)).toEqual(
    expect.arrayContaining(['customer.line.friend', 'order.items.quantity', 'shipment.tracking.url']),
  );
  expect(optionalFields.length).toBeGreaterThan(120);
});

test.each(garbage)(
  '%s in any optional field of any kind of event costs that field, and the loss is told',
  (_, value) => {
    const lost: string[] = [];
    for (const name of oneOfEachKind) {
      for (const path of optionalFields.filter((one) => isAsked(name, one))) {
        const event = read(name, detailWith(name, path, value));
        const kept = valueAt(event?.detail, path);
        const isKept = kept !== undefined && JSON.stringify(kept) === JSON.stringify(value);
        const isStray = fieldOf(path).startsWith('consent.');
        if (!isKept && !isTold(event?.unread, isStray ? ['consent'] : path))
          lost.push(`${name} ${fieldOf(path)}`);
      }
    }
    expect(lost).toEqual([]);
  },
);

const book = openBook(
  scenarios.filter(({ id }) => id === 'order-thanks'),
  catalogue,
);
const plain = read('OrderPlaced', { ...base, order: identities.order }) as StoreEvent;
const begunBy = (event: StoreEvent) =>
  applyEvents(newCustomer('mori', 'c-1'), [event], { at: arrived, settings, book }).customer.enrolments.map(
    ({ scenario, step }) => `${scenario}@${step}`,
  );

test.each(garbage)('%s in any optional field of an order: it is thanked for all the same', (_, value) => {
  expect(begunBy(plain)).toEqual(['order-thanks@thanks']);
  for (const path of optionalFields.filter((one) => !isNeeded('OrderPlaced', one))) {
    const event = read('OrderPlaced', detailWith('OrderPlaced', path, value)) as StoreEvent;
    expect([fieldOf(path), ...begunBy(event)]).toEqual([fieldOf(path), ...begunBy(plain)]);
  }
});
