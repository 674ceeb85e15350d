import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { denialBy, withdrawConsent } from '../../../shared/core/facts/consent-change.ts';
import { type Consent, type ConsentState, newCustomer } from '../../../shared/core/record/customer.ts';

const day = (n: number) => Temporal.Instant.from(`2026-01-${String(n).padStart(2, '0')}T00:00:00Z`);
const granted = (n: number): ConsentState => ({ is: 'granted', at: day(n), source: 'accepts-marketing' });
const denied = (n: number, source = 'one-click'): ConsentState => ({ is: 'denied', at: day(n), source });
const withConsent = (consent: Consent) => ({ ...newCustomer('mori', 'c-1'), consent });

test('a withdrawal denies all and every topic with a state of its own', () => {
  const after = withdrawConsent(withConsent({ all: granted(1), tips: granted(2) }), day(5), 'one-click');
  expect(after.consent).toEqual({ all: denied(5), tips: denied(5) });
});

test('a withdrawal denies all where nothing was known', () => {
  expect(withdrawConsent(withConsent({}), day(5), 'one-click').consent).toEqual({ all: denied(5) });
});

test('a second withdrawal changes nothing at all', () => {
  const once = withdrawConsent(withConsent({ all: granted(1) }), day(5), 'one-click');
  expect(withdrawConsent(once, day(9), 'one-click')).toBe(once);
});

test('a withdrawal is newer than an earlier denial from elsewhere', () => {
  const after = withdrawConsent(
    withConsent({ all: denied(3, 'storefront'), tips: granted(4) }),
    day(5),
    'one-click',
  );
  expect(after.consent).toEqual({ all: denied(5), tips: denied(5) });
});

test('a grant after the first withdrawal gives way to the second', () => {
  const after = withdrawConsent(withConsent({ all: denied(3), tips: granted(6) }), day(9), 'one-click');
  expect(after.consent.tips).toEqual(denied(9));
  expect(after.consent.all).toEqual(denied(3));
});

test('a grant dated later than the withdrawal still gives way, and the denial is no older than it', () => {
  const after = withdrawConsent(withConsent({ all: granted(7) }), day(5), 'one-click');
  expect(after.consent.all).toEqual(denied(7));
});

test('the proof of a denial is the same however often it is asked for', () => {
  const customer = withConsent({
    all: denied(3),
    news: denied(3),
    tips: denied(1),
    offers: denied(9, 'storefront'),
  });
  expect(denialBy(customer, 'one-click')).toEqual({ at: day(3), topics: ['all', 'news'] });
  expect(denialBy(withConsent({ all: denied(3, 'storefront') }), 'one-click')).toBeUndefined();
});
