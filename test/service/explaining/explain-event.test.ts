/** What an operator is told of an event of which nothing came. */
import { expect, test } from 'vitest';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { explain } from '../../../shared/service/explaining/explain.ts';
import { explainEvent } from '../../../shared/service/explaining/explain-event.ts';
import { holder, sample } from '../../support/a-taken-group.ts';
import { at, event, placed } from '../../support/events.ts';
import { late, storeWith } from '../../support/given.ts';
import { marketing, send, transactional, waitFor } from '../../support/scenarios.ts';

const now = at('2026-03-02T03:30:00Z');
const off = marketing({ id: 'off', enabled: false, steps: [waitFor('wait', { days: 9 }), send('b')] });
const store = storeWith([transactional(), off]);
const around = store.around(now);
const twoOfAGroup = (whenTaken: 'wait' | 'skip') => storeWith([holder, sample({ whenTaken })]);
const parcel = event('SampleDelivered', '2026-03-02 12:10', { sample: { id: 's-1' } });
const detail = (more: object = {}) => ({
  eventId: 'e-1',
  occurredAt: '2026-03-02T03:00:00Z',
  customer: { id: 'c-1', email: 'hana@example.com' },
  order: { id: 'o-1', total: 4800, currency: 'JPY' },
  ...more,
});
const known = store.given(placed('o-1', '2026-03-02 12:00')).customer;
const told = (more: object = {}, customer = newCustomer('mori', 'c-1'), name = 'OrderPlaced') =>
  explainEvent({ name, detail: detail(more) }, 'c-1', customer, around);

test('what it would change, whom it would let in, and which scenario is switched off', () => {
  const lines = told();
  expect(lines[0]).toBe('OrderPlaced, as if it came now:');
  expect(lines).toContainEqual(expect.stringMatching(/^It would change: .*profile.*orders/));
  expect(lines).toContain('It would let the customer into thanks.');
  expect(lines).toContain('off is switched off: it lets nobody in.');
});

test('too old by so many hours: at 72 it is let in, at 73 no more', () => {
  const hoursAgo = (hours: number) => told({ occurredAt: now.subtract({ hours }).toString() });
  expect(hoursAgo(72)).toContain('It would let the customer into thanks.');
  expect(hoursAgo(96)).toContain(
    'It is too old for thanks by 24 hours: it happened 96 hours ago, and lets in for 72.',
  );
  expect(hoursAgo(73)).toContainEqual(expect.stringContaining('by 1 hour:'));
});

test('refused because of a field, by its name and without its value', () => {
  const [refused, ...more] = told({ occurredAt: 'yesterday' });
  expect(more).toEqual([]);
  expect(refused).toMatch(
    /^It is refused, and goes to the dead letters of intake: OrderPlaced: occurredAt is a time/,
  );
  expect(told({ order: {} })[0]).toContain('order.id');
  expect(told({}, undefined, 'OrderPlacd')[0]).toBe(
    '"OrderPlacd" is no event about a customer that the engine knows: nothing comes of it.',
  );
  expect(told({ order: { id: 'o-1', total: 'much' } })).toContain(
    'What cannot be read of it is left out: order.total.',
  );
  expect(told({ customer: { id: 'c-2' } })).toEqual([
    'The event is about customer "c-2", and not about "c-1".',
  ]);
});

test('known already, told otherwise, or a test order: nothing would be saved', () => {
  const repeat = told({}, known);
  expect(repeat).toContain('It is taken so: the event had come before.');
  expect(repeat).toContain('Nothing would be saved.');
  expect(told({ order: { id: 'o-1', isTest: true } })).toContain('It is taken so: it was a test order.');
  expect(told({}, known).join()).not.toContain('@');
});

test('a repeat that is too old is told so as well', () => {
  const old = placed('o-1', '2026-02-20 12:00');
  const stored = store.given(late(old, '2026-02-26 12:00')).customer;
  const lines = explainEvent(
    { name: 'OrderPlaced', detail: detail({ occurredAt: old.occurredAt.toString() }) },
    'c-1',
    stored,
    around,
  );
  expect(lines).toContainEqual(expect.stringMatching(/^It is too old for thanks/));
});

test('`why` tells the last reason for which a scenario was not entered', () => {
  const stored = store.given(late(placed('o-1', '2026-02-20 12:00'), '2026-02-26 12:00')).customer;
  expect(explain(stored, [], { ...around, address: undefined })).toContain(
    '2026-02-26 12:00: the customer was not let into thanks: it was older by then than the scenario takes.',
  );
});

test('`why` tells what had the place of whom a group kept out, and after what those who wait are asked', () => {
  const parcelled = twoOfAGroup('skip');
  const stored = parcelled.given(placed('o-1', '2026-03-02 12:00'), parcel).customer;
  expect(explain(stored, [], { ...parcelled.around(now), address: undefined })).toContain(
    '2026-03-02 12:10: the customer was not let into sample: another scenario of its group was open (holder).',
  );
  const patient = twoOfAGroup('wait');
  const waits = patient.given(placed('o-1', '2026-03-02 12:00'), parcel).customer;
  expect(explain(waits, [], { ...patient.around(now), address: undefined })).toContain(
    'The customer has not been let into sample yet, and waits since 2026-03-02 12:10 for its group: after holder.',
  );
});
