import { expect, test } from 'vitest';
import { MalformedLaneMessage, readLaneMessage } from '../../../functions/boundary/lane-message.ts';
import { MalformedJson } from '../../../functions/boundary/parse-json.ts';

const timer = { kind: 'timer', customer: 'c-1', enrolment: 'e-1', step: 'week', arm: 3, address: 'abc' };
const resolve = { kind: 'resolve', customer: 'c-1', touchpoint: 't-1' };

test.each([
  timer,
  { ...timer, address: undefined },
  { ...timer, order: 'gid://shop/Order/55 #1001' },
  resolve,
])('a message of this engine is read as it was written', (message) => {
  expect(readLaneMessage(JSON.stringify(message))).toEqual(JSON.parse(JSON.stringify(message)));
});

test.each([
  {},
  [],
  null,
  { ...timer, kind: 'send' },
  { ...timer, arm: 0 },
  { ...timer, arm: 1.5 },
  { ...timer, arm: '3' },
  { ...timer, customer: '' },
  { ...timer, customer: '\uD800' },
  { ...timer, step: 'x'.repeat(129) },
  { ...timer, address: 7 },
  { ...timer, order: 7 },
  { ...timer, order: 'x'.repeat(129) },
  { ...resolve, touchpoint: undefined },
])('%j is refused', (message) => {
  expect(() => readLaneMessage(JSON.stringify(message))).toThrow(MalformedLaneMessage);
});

test('fields that a newer deployment added are left out, not refused', () => {
  expect(readLaneMessage(JSON.stringify({ ...resolve, tries: 2 }))).toEqual(resolve);
});

test('a body that is no JSON is refused as such', () => {
  expect(() => readLaneMessage('{kind: timer}')).toThrow(MalformedJson);
});

test.each([
  { ...resolve, touchpoint: 'hana@example.com' },
  { ...timer, enrolment: 'Hana Mori' },
  { ...timer, step: '+81 90' },
  { ...timer, address: 'hana@example.com' },
])('a message with anything but an id in the place of one is refused: it would be logged', (message) => {
  expect(() => readLaneMessage(JSON.stringify(message))).toThrow(MalformedLaneMessage);
});
