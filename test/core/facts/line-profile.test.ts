import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { parseEvent } from '../../../shared/core/events/event-schema.ts';
import { changedHands, takenOver } from '../../../shared/core/promises/merge-customers.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { decodeRecord, encodeRecord } from '../../../shared/core/record/record-codec.ts';
import { at, updated } from '../../support/events.ts';
import { storeWith } from '../../support/given.ts';

/** As LINE documents them: `U[0-9a-f]{32}`. */
const [one, other] = ['U4af4980629d0b3c9a5a1b8f3d2e1c0ff', 'Uaaaabbbbccccddddeeeeffff00001111'];
const store = storeWith([]);
const [t1, t2, t3] = ['2026-03-02 10:00', '2026-03-02 11:00', '2026-03-02 12:00'];
const told = (when: string, line: { userId: string; friend?: boolean }) => updated(when, { line });
const lineAfter = (...events: ReturnType<typeof told>[]) => store.given(...events).customer.profile.line;

test('who the customer is on LINE is told by any event, and the last word counts in whichever order they come', () => {
  const [joined, blocked] = [
    told(t1, { userId: one, friend: true }),
    told(t2, { userId: one, friend: false }),
  ];
  for (const order of [
    [joined, blocked],
    [blocked, joined],
  ])
    expect(lineAfter(...order)).toEqual({ userId: one, friend: false, at: at(t2) });
  expect(lineAfter(blocked, told(t3, { userId: other }))).toEqual({
    userId: other,
    friend: undefined,
    at: at(t3),
  });
});

test('a word that names the id alone takes nothing of what is known of the same person', () => {
  const [joined, seen] = [told(t1, { userId: one, friend: true }), told(t2, { userId: one })];
  for (const order of [
    [joined, seen],
    [seen, joined],
  ])
    expect(lineAfter(...order)).toEqual({ userId: one, friend: true, at: at(t2) });
  // Another word of the profile is none of LINE.
  expect(lineAfter(joined, updated(t3, { name: 'Hana' }))).toMatchObject({ friend: true, at: at(t1) });
});

test('a merge keeps the later word, and a browser that changed hands keeps none', () => {
  const customer = (id: string, when: string, userId: string) => ({
    ...store.given(told(when, { userId, friend: true })).customer,
    id,
  });
  expect(takenOver(customer('a', t1, one), customer('b', t2, other)).profile.line?.userId).toBe(other);
  expect(takenOver(customer('a', t2, one), customer('b', t1, other)).profile.line?.userId).toBe(one);
  expect(takenOver(newCustomer('mori', 'a'), customer('b', t1, other)).profile.line?.userId).toBe(other);
  expect(changedHands(customer('a', t1, one), 'c', at(t2)).profile.line).toBeUndefined();
});

test('it is stored, comes back, and is read off the wire with its form', () => {
  const { customer } = store.given(told(t1, { userId: one, friend: true }));
  expect(decodeRecord(encodeRecord(customer)).profile.line).toEqual(customer.profile.line);
  const read = (line: unknown) =>
    parseEvent(
      'CustomerUpdated',
      { eventId: 'e', occurredAt: '2026-03-02T10:00:00Z', customer: { id: 'c-1', line } },
      Temporal.Instant.from('2026-03-02T10:00:01Z'),
    );
  expect(read({ userId: one, friend: 'true' })?.detail.customer.line).toEqual({ userId: one, friend: true });
  for (const wrong of [{ userId: 'hana' }, { friend: true }, one, { userId: `${one}0` }]) {
    const event = read(wrong);
    expect(event?.detail.customer.line).toBeUndefined();
    expect(event?.unread?.[0]).toMatch(/^customer\.line/);
  }
  expect(read({ userId: one, friend: 'perhaps' })).toMatchObject({
    detail: { customer: { line: { userId: one } } },
    unread: ['customer.line.friend'],
  });
});
