import { expect, test } from 'vitest';
import type { EventName } from '../../../shared/core/events/event-catalogue.ts';
import { aboutOf } from '../../../shared/core/events/event-subject.ts';
import type { EventRule } from '../../../shared/core/language/event-rule.ts';
import { correlationOf, ruleMeans } from '../../../shared/core/questions/correlate.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { at, event } from '../../support/events.ts';
import { settings } from '../../support/given.ts';

const around = { at: at('2026-03-31 10:00'), settings };
const hers = newCustomer('mori', 'c-1');
const booking = (name: EventName, id: string) => event(name, '2026-03-05 10:00', { booking: { id } });
const scenario = { scenario: 'seminar', version: 1, enteredAt: at('2026-03-01 10:00') };
const means = (rule: EventRule, came: ReturnType<typeof event>, about?: string) =>
  ruleMeans(rule, came, { enrolment: { ...scenario, about }, customer: hers, around });

test('a run is about what its first event is about, by the id that tells it from others', () => {
  expect(aboutOf(booking('BookingMade', '7'))).toBe('booking:7');
  expect(aboutOf(event('CartUpdated', '2026-03-05 10:00', { cart: { items: [] } }))).toBe('cart:current');
  expect(aboutOf(event('ReviewPosted', '2026-03-05 10:00', { review: { productId: 'p:1' } }))).toBe(
    'review:p:1',
  );
  expect(aboutOf(event('CustomerRegistered', '2026-03-05 10:00'))).toBeUndefined();
  expect(aboutOf(event('OrderPlaced', '2026-03-05 10:00', { order: { id: 'o-1' } }))).toBeUndefined();
});

test('a cancelled booking ends the story of that booking and of no other', () => {
  const rule = { on: 'BookingCancelled' } as const;
  expect(means(rule, booking('BookingCancelled', '7'), 'booking:7')).toBe(true);
  expect(means(rule, booking('BookingCancelled', '8'), 'booking:7')).toBe(false);
  expect(means({ ...rule, same: 'customer' }, booking('BookingCancelled', '8'), 'booking:7')).toBe(true);
});

test('a story about something else takes any of hers', () => {
  const rule = { on: 'BookingCancelled' } as const;
  expect(means(rule, booking('BookingCancelled', '8'), 'cart:a')).toBe(true);
  expect(means(rule, booking('BookingCancelled', '8'))).toBe(true);
});

test('what opens another thing of the kind, or comes but once of each, counts for any', () => {
  expect(means({ on: 'BookingMade' }, booking('BookingMade', '8'), 'booking:7')).toBe(true);
  const answer = event('SurveyAnswered', '2026-03-05 10:00', { survey: { id: 'pulse' } });
  expect(means({ on: 'SurveyAnswered' }, answer, 'survey:early')).toBe(true);
  expect(means({ on: 'SurveyAnswered', same: 'survey' }, answer, 'survey:early')).toBe(false);
});

test('a story of an order correlates by the order, and by the part that another event brings along', () => {
  expect(correlationOf({ on: 'OrderReturned' }, 'order')).toBe('order');
  expect(correlationOf({ on: 'OrderReturned' }, 'cart')).toBe('customer');
  const help = (id: string) =>
    event('HelpRequested', '2026-03-05 10:00', { help: { id: 'h-1' }, order: { id } });
  const rule = { on: 'HelpRequested', same: 'order' } as const;
  const ofOrder = { enrolment: { ...scenario, order: 'o-1' }, customer: hers, around };
  expect(ruleMeans(rule, help('o-1'), ofOrder)).toBe(true);
  expect(ruleMeans(rule, help('o-2'), ofOrder)).toBe(false);
});
