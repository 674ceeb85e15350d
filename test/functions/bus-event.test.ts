import { expect, test } from 'vitest';
import { readBusEvent, readBusMessage } from '../../functions/bus-event.ts';
import { MalformedJson } from '../../functions/parse-json.ts';
import { MalformedEvent } from '../../shared/core/event-schema.ts';
import { at } from '../support/events.ts';

const now = at('2026-11-22T09:31:00+09:00');
const detail = {
  eventId: 'evt-1',
  occurredAt: '2026-11-22T09:30:00+09:00',
  customer: { id: 'c-1' },
  order: { id: 'o-1' },
};
/** What EventBridge puts into a queue. */
const envelope = (parts: object = {}) =>
  JSON.stringify({
    version: '0',
    id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
    'detail-type': 'OrderPlaced',
    source: 'storefront',
    account: '111122223333',
    time: '2026-11-22T00:30:01Z',
    region: 'ap-northeast-1',
    resources: [],
    detail,
    ...parts,
  });

test('an event is read out of the envelope that the bus put around it', () => {
  const event = readBusEvent(envelope(), now);
  expect(event).toMatchObject({ name: 'OrderPlaced', detail, clamped: false });
  expect(event?.occurredAt).toEqual(at(detail.occurredAt));
});

test('a detail-type nobody knows is ignored', () => {
  expect(readBusEvent(envelope({ 'detail-type': 'CartUpdated', detail: 'anything' }), now)).toBeUndefined();
});

test.each(['', '{', 'undefined', `"${'x'.repeat(300_000)}"`])(
  'a body that is no JSON of this size is refused',
  (body) => {
    expect(() => readBusEvent(body, now)).toThrow(MalformedJson);
  },
);

test.each(['null', '[]', '7', '"text"', '{}', '{"detail-type":7,"detail":{}}'])(
  'the body %s is no event',
  (body) => {
    expect(() => readBusEvent(body, now)).toThrow(MalformedEvent);
  },
);

test.each([
  ['mori-production-facts-20261122T093000Z', 'facts'],
  ['mori-production-send-20261122T093000Z', 'send'],
  ['by-hand', 'facts'],
])('an event of the replay %s may do %s', (name, replay) => {
  expect(readBusMessage(envelope({ 'replay-name': name }), now)).toMatchObject({ replay, event: { replay } });
});

test('an event that comes for the first time bears no mark of a replay', () => {
  expect(readBusMessage(envelope(), now).event).not.toHaveProperty('replay');
});

test('a malformed detail is refused by field, without its value', () => {
  const wrong = { ...detail, customer: { id: 'c-1', email: 'hana@example.com'.repeat(50) } };
  expect(() => readBusEvent(envelope({ detail: wrong }), now)).toThrow(/customer\.email/);
  expect(() => readBusEvent(envelope({ detail: wrong }), now)).not.toThrow(/hana/);
});
