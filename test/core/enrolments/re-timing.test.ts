import { expect, test } from 'vitest';
import { delivered, placed, shipped, updated } from '../../support/events.ts';
import { late, storeWith, timer } from '../../support/given.ts';
import { afterParcel } from '../../support/scenarios.ts';

const monday = '2026-03-02 12:30';

test('a shipping re-times what waits to the transit days of the market', () => {
  const shipping = shipped('o-1', '2026-03-03 18:00');
  storeWith([afterParcel])
    .given(placed('o-1', monday))
    .when(shipping)
    .then({ because: 're-timed', armed: ['2026-03-12 10:00'] });
  storeWith([afterParcel], { settings: { market: 'US' } })
    .given(placed('o-1', monday))
    .when(shipping)
    .then({ because: 'applied', armed: [], running: ['letters@week until 2026-03-14 10:00'] });
});

test('a delivery outranks a shipping, whichever comes first', () => {
  const store = storeWith([afterParcel]);
  store
    .given(placed('o-1', monday), shipped('o-1', '2026-03-03 18:00'))
    .when(delivered('o-1', '2026-03-08 11:00'))
    .then({ because: 're-timed', armed: ['2026-03-15 10:00'] });
  store
    .given(placed('o-1', monday), delivered('o-1', '2026-03-08 11:00'))
    .when(late(shipped('o-1', '2026-03-03 18:00'), '2026-03-08 12:00'))
    .then({ because: 'applied', armed: [], running: ['letters@week until 2026-03-15 10:00'] });
});

test('a shipping that came before its order times the story all the same', () => {
  storeWith([afterParcel])
    .given(shipped('o-1', '2026-03-03 18:00'))
    .when(late(placed('o-1', monday), '2026-03-03 19:00'))
    .then({ armed: ['2026-03-12 10:00'] });
});

test('a shipping of another order moves nothing', () => {
  storeWith([afterParcel])
    .given(placed('o-1', monday))
    .when(shipped('o-2', '2026-03-03 18:00'))
    .then({ because: 'applied', armed: [] });
});

test('a re-timed wait has a new timer, and the old one is told apart by its arm', () => {
  const history = storeWith([afterParcel]).given(placed('o-1', monday));
  const before = history.running('letters').arm;
  const { customer } = history.when(shipped('o-1', '2026-03-03 18:00'));
  expect(customer.enrolments[0]?.arm).toBe(before + 1);
});

test('a message that went already stays gone when the parcel turns out to come later', () => {
  storeWith([afterParcel])
    .given(placed('o-1', monday), timer('letters'))
    .when(delivered('o-1', '2026-03-15 11:00'))
    .then({ because: 're-timed', sent: [], running: ['letters@fortnight until 2026-03-29 10:00'] });
});

test('a fact that moves a due into the past ends the wait at once, and a message too old is not sent', () => {
  const store = storeWith([afterParcel]);
  const history = store
    .given(placed('o-1', monday))
    .when(late(delivered('o-1', '2026-03-04 11:00'), '2026-03-13 12:00'))
    .then({ because: 're-timed', armed: ['2026-03-11 10:00'] });
  history
    .when(timer('letters', '2026-03-13 12:00'))
    .then({ skipped: ['a: too-late'], running: ['letters@fortnight until 2026-03-18 10:00'] });
});

test('a move to another zone moves the hour to her new wall', () => {
  storeWith([afterParcel])
    .given(placed('o-1', monday, { customer: { timeZone: 'Asia/Tokyo' } }))
    .when(updated('2026-03-03 09:00', { timeZone: 'America/New_York' }))
    .then({ because: 're-timed', armed: ['2026-03-13 10:00'] });
});

test('a zone nobody knows reads as unknown, "JST" among them, and harms no decision', () => {
  for (const timeZone of ['JST', 'Mars/Olympus', '']) {
    storeWith([afterParcel])
      .given()
      .when(placed('o-1', monday, { customer: { timeZone } }))
      .then({ armed: ['2026-03-14 10:00'] });
  }
});

test('the due is computed again when the timer fires, though no event moved it', () => {
  const before = storeWith([afterParcel]).given(placed('o-1', monday));
  storeWith([afterParcel], { settings: { timeZone: 'America/New_York' } })
    .from(before.customer)
    .when(timer('letters', '2026-03-14 10:00'))
    .then({ because: 're-timed', sent: [], armed: ['2026-03-13 10:00'] });
});
