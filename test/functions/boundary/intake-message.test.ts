import { expect, test } from 'vitest';
import {
  isIntakeMessage,
  MalformedIntakeMessage,
  readIntakeMessage,
} from '../../../functions/boundary/intake-message.ts';
import { readLaneMessage } from '../../../functions/boundary/lane-message.ts';

const at = '2026-06-01T03:00:00Z';
const storeWide = {
  kind: 'told',
  name: 'SaleAnnounced',
  at,
  detail: { eventId: 'e-1', sale: { id: 's-1' } },
};
const enrol = { kind: 'enrol', scenario: 'winback', key: 'k', at };
const right = [
  { ...enrol, customer: 'c-1' },
  { ...storeWide, customer: 'c-1' },
  { kind: 'look', customer: 'c-1' },
  { kind: 'erase', customer: 'c-1', at },
  { kind: 'forget', customer: 'lead-1', address: 'h' },
  { kind: 'many', share: 15, each: { kind: 'look' } },
  { kind: 'many', share: 0, cursor: '["C#shop#c-1","REC"]', each: storeWide },
  { kind: 'many', share: 0, each: enrol },
  { kind: 'askers', each: storeWide },
  { kind: 'sweep', round: at, left: 200 },
  { kind: 'sweep', round: at, left: 1, cursor: 'C#shop#c-1' },
];

test('every message of the engine is read as it was put', () => {
  for (const message of right) {
    expect(isIntakeMessage(message)).toBe(true);
    expect(readIntakeMessage(JSON.parse(JSON.stringify(message)))).toEqual(message);
  }
});

test('a message that is not whole is refused', () => {
  const wrong = [
    { kind: 'told', customer: 'c-1', name: 'OrderPlaced', at, detail: { eventId: 'e' } },
    { ...storeWide, customer: 'c-1', detail: {} },
    { ...storeWide, customer: 'c-1', at: 'now' },
    { ...enrol, customer: '' },
    { kind: 'many', share: -1, each: { kind: 'look' } },
    { kind: 'many', share: 0, each: { kind: 'many' } },
    { kind: 'askers', each: { kind: 'look' } },
    { kind: 'look' },
    { kind: 'erase', customer: 'c-1' },
    { kind: 'sweep', round: at, left: 0 },
    { kind: 'sweep', round: 'now', left: 1 },
    { kind: 'else' },
  ];
  for (const message of wrong) expect(() => readIntakeMessage(message)).toThrow(MalformedIntakeMessage);
});

test('an event of the bus is no message of the engine', () => {
  expect(isIntakeMessage({ 'detail-type': 'OrderPlaced', kind: 'look', detail: {} })).toBe(false);
  expect(isIntakeMessage(null)).toBe(false);
});

test('a look comes through a send lane with its arming', () => {
  const look = { kind: 'look', customer: 'c-1', arm: 3 };
  expect(readLaneMessage(JSON.stringify(look))).toEqual(look);
  expect(() => readLaneMessage(JSON.stringify({ ...look, arm: -1 }))).toThrow('lane message');
});
