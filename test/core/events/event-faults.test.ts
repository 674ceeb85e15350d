import { expect, test } from 'vitest';
import { MalformedEvent, parseEvent } from '../../../shared/core/events/event-schema.ts';
import { at } from '../../support/events.ts';

const arrived = at('2026-11-22T09:31:00+09:00');
const base = { eventId: 'evt-1', occurredAt: '2026-11-22T09:30:00+09:00', customer: { id: 'c-1' } };
const order = { id: 'o-1', currency: 'JPY', total: 5400 };
const parse = (name: string, detail: unknown) => parseEvent(name, detail, arrived);
/** Shaped data with one field replaced, by its path. */
function withField(path: string, value: unknown) {
  const detail = structuredClone({
    ...base,
    order: { ...order, items: [{ productId: 'p-1' }] },
    shipment: {},
    consent: { granted: true },
  });
  const keys = path.split('.');
  const last = keys.pop() as string;
  const parent = keys.reduce<Record<string, unknown>>(
    (node, key) => node[key] as Record<string, unknown>,
    detail,
  );
  parent[last] = value;
  return detail;
}

test.each([
  ['eventId', undefined],
  ['eventId', { secret: 1 }],
  ['eventId', ''],
  ['eventId', 'secret'.repeat(100)],
  ['occurredAt', 1763771400],
  ['customer', undefined],
  ['customer', 'secret'],
  ['customer.id', 'secret'.repeat(100)],
  ['customer.id', ''],
  ['customer.id', 4.5],
  ['customer.id', 2 ** 53],
  ['customer.id', true],
  ['order', 'secret'],
  ['order.id', undefined],
  ['order.id', { secret: 1 }],
  ['order.id', 'secret'.repeat(100)],
  ['order.isTest', 'secret'],
])('a malformed %s is named in the refusal, its value is not', (path, value) => {
  mustRefuse('OrderPlaced', path, value);
});

test.each<[name: string, path: string, value: unknown]>([
  ['ConsentChanged', 'consent', 'secret'],
  ['ConsentChanged', 'consent.granted', undefined],
  ['ConsentChanged', 'consent.granted', 'secret'],
  ['ConsentChanged', 'consent.topics', 'secret'],
  ['ConsentChanged', 'consent.channel', { secret: 1 }],
  ['CustomerUpdated', 'wishes', 'secret'],
  ['CustomerUpdated', 'wishes', { frequency: { secret: 1 } }],
])('%s is read with the whole of %s, or refused: half would say something else', (name, path, value) => {
  mustRefuse(name, path, value);
});

test.each<[field: string, value: unknown]>([
  ['consent', 'secret'],
  ['consent', { granted: 'secret' }],
  ['consent', { granted: true, topics: 'secret' }],
  ['wishes', { frequency: { secret: 1 } }],
  ['sale', { name: 'secret' }],
  ['sale', { id: 's-1', segments: 'secret' }],
  ['merge', { from: 'secret' }],
  ['click', 'secret'],
])('an order that carries a malformed %s (%j) loses all of that, and is thanked for', (field, value) => {
  const event = parse('OrderPlaced', { ...base, order, [field]: value });
  expect(event).toMatchObject({ name: 'OrderPlaced', unread: [field], detail: { order } });
  expect(event?.detail).not.toHaveProperty(field);
  expect(JSON.stringify(event)).not.toContain('secret');
});

function mustRefuse(name: string, path: string, value: unknown): void {
  const refusal = thrownBy(() => parse(name, withField(path, value)));
  expect(refusal).toBeInstanceOf(MalformedEvent);
  expect(refusal).toMatchObject({ code: 'MALFORMED_EVENT' });
  expect(refusal.message).toContain(`${name}: mend ${path}`);
  expect(refusal.message).not.toContain('secret');
}

function thrownBy(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

test.each([undefined, null, 'text', 7, []])('a detail that is %j is refused', (detail) => {
  expect(() => parse('OrderPlaced', detail)).toThrow(MalformedEvent);
});

test.each([
  'yesterday',
  '2026-11-22',
  '2026-11-22T09:30:00',
  '2026-13-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '',
])('occurredAt %j is refused with an example of a right one', (occurredAt) => {
  expect(() => parse('OrderPlaced', { ...base, order, occurredAt })).toThrow(
    /such as 2026-11-22T09:30:00\+09:00/,
  );
});

test('an order event without its order and a change without its consent are refused', () => {
  expect(() => parse('OrderPlaced', base)).toThrow('give "order" with its id');
  expect(() => parse('OrderPlaced', { ...base, order: null })).toThrow('give "order" with its id');
  expect(() => parse('ConsentChanged', base)).toThrow('give "consent"');
});
