import { expect, test } from 'vitest';
import { readBusMessage } from '../../../functions/boundary/bus-event.ts';
import { MalformedIntakeMessage } from '../../../functions/boundary/intake-message.ts';
import { MalformedJson } from '../../../functions/boundary/parse-json.ts';
import { MalformedEvent } from '../../../shared/core/events/event-schema.ts';
import { at } from '../../support/events.ts';

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
  const { event } = readBusMessage(envelope(), now);
  expect(event).toMatchObject({ name: 'OrderPlaced', detail });
  expect(event?.occurredAt).toEqual(at(detail.occurredAt));
});

test('a detail-type nobody knows is ignored', () => {
  const { isNews: _, ...message } = readBusMessage(
    envelope({ 'detail-type': 'CartPainted', detail: 'anything' }),
    now,
  );
  expect(Object.values(message).filter((part) => part !== undefined)).toEqual([]);
});

test.each(['', '{', 'undefined', `"${'x'.repeat(300_000)}"`])(
  'a body that is no JSON of this size is refused',
  (body) => {
    expect(() => readBusMessage(body, now)).toThrow(MalformedJson);
  },
);

test.each([
  'null',
  '[]',
  '[{"detail-type":"OrderPlaced"}]',
  '7',
  '"text"',
  '{}',
  '{"detail-type":7,"detail":{}}',
  `{"detail-type":"${'x'.repeat(129)}"}`,
  '{"detail-type":"OrderPlaced","source":7}',
  '{"detail-type":"OrderPlaced","source":null}',
  '{"detail-type":"OrderPlaced","replay-name":{}}',
])('the body %s is no event', (body) => {
  expect(() => readBusMessage(body, now)).toThrow(MalformedEvent);
});

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
  const wrong = { ...detail, customer: { id: 'hana@example.com'.repeat(50) } };
  expect(() => readBusMessage(envelope({ detail: wrong }), now)).toThrow(/customer\.id/);
  expect(() => readBusMessage(envelope({ detail: wrong }), now)).not.toThrow(/hana/);
});

test('a number of an event stays a number, however long, and whatever the event speaks of', () => {
  const long = JSON.stringify({ ...detail, attributes: { note: 'shopifyWebhook', long: 7 } });
  const body = envelope({ detail: '%' }).replace('"%"', long.replace(':7}', ':12345678901234567}'));
  const { event } = readBusMessage(body, now);
  expect(event?.detail).toMatchObject({ attributes: { long: Number('12345678901234567') } });
});

const sale = { ...detail, customer: undefined, order: undefined, sale: { id: 'sale-1', segments: ['vip'] } };

test('an event of the store’s goods is about no customer', () => {
  const { event, storeWide } = readBusMessage(
    envelope({ 'detail-type': 'SaleAnnounced', detail: sale }),
    now,
  );
  expect(event).toBeUndefined();
  expect(storeWide).toMatchObject({ name: 'SaleAnnounced', detail: { sale: { id: 'sale-1' } } });
  expect(storeWide?.detail).not.toHaveProperty('customer');
});

const command = { eventId: 'cmd-1', customer: { id: 'c-1' }, scenario: 'concierge' };

test('a command is a word to one customer, known by its eventId', () => {
  expect(readBusMessage(envelope({ 'detail-type': 'EnrolCustomer', detail: command }), now)).toMatchObject({
    own: { kind: 'enrol', customer: 'c-1', scenario: 'concierge', key: 'cmd-1', at: now.toString() },
  });
  const wrong = { ...command, scenario: 'No Such Name' };
  expect(() => readBusMessage(envelope({ 'detail-type': 'EnrolCustomer', detail: wrong }), now)).toThrow(
    MalformedEvent,
  );
});

test('a command is not obeyed again by a replay that only tells facts', () => {
  const again = (mode: string) =>
    readBusMessage(
      envelope({
        'detail-type': 'EnrolCustomer',
        detail: command,
        'replay-name': `mori-production-${mode}-20261122T093000Z`,
      }),
      now,
    ).own;
  expect(again('facts')).toBeUndefined();
  expect(again('send')).toMatchObject({ key: 'cmd-1' });
});

test('who is to be forgotten is so in every replay, whatever else it may do', () => {
  const detail = { eventId: 'cmd-2', occurredAt: '2026-11-20T00:00:00Z', customer: { id: 'c-1' } };
  const own = { kind: 'erase', customer: 'c-1', at: '2026-11-20T00:00:00Z' };
  expect(readBusMessage(envelope({ 'detail-type': 'EraseCustomer', detail }), now)).toMatchObject({ own });
  for (const mode of ['facts', 'send']) {
    const replayed = {
      'detail-type': 'EraseCustomer',
      detail,
      'replay-name': `mori-production-${mode}-20261122T093000Z`,
    };
    expect(readBusMessage(envelope(replayed), now)).toMatchObject({ own });
  }
  const nobody = { eventId: 'cmd-3', customer: {} };
  expect(() => readBusMessage(envelope({ 'detail-type': 'EraseCustomer', detail: nobody }), now)).toThrow(
    'EraseCustomer: mend customer.id',
  );
});

test('what the engine itself put in is read as such, and refused where it is not right', () => {
  const word = { kind: 'enrol', customer: 'c-1', scenario: 'sale', key: 'k', at: '2026-11-22T00:30:00Z' };
  const { customer: _, ...each } = word;
  for (const own of [word, { kind: 'look', customer: 'c-1' }, { kind: 'many', share: 3, each }]) {
    expect(readBusMessage(JSON.stringify(own), now)).toEqual({ own });
  }
  for (const wrong of [{ kind: 'other' }, { ...word, at: 'now' }, { kind: 'many', share: -1, each }]) {
    expect(() => readBusMessage(JSON.stringify(wrong), now)).toThrow(MalformedIntakeMessage);
  }
});

test('the storefront cannot speak as the engine: its words are inside an envelope', () => {
  const forged = envelope({ kind: 'look', customer: 'c-2' });
  expect(readBusMessage(forged, now)).not.toHaveProperty('own');
});
