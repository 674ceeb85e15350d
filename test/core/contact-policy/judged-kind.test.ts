import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { judgedKindOf } from '../../../shared/core/contact-policy/judged-kind.ts';
import { type Consent, newCustomer } from '../../../shared/core/record/customer.ts';
import { scenarios } from '../../support/shipped.ts';

const at = Temporal.Instant.from('2026-03-02T03:00:00Z');
const consentIs = (is: 'granted' | 'denied' | 'pending'): Consent => ({ all: { is, at, source: 'sign-up' } });

function kindOf(id: string, consent: Consent, orders = 0) {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  const nobody = newCustomer('shop', 'c-1');
  return judgedKindOf(scenario, { ...nobody, consent, lifecycle: { ...nobody.lifecycle, orders } });
}

test.each([
  ['the question itself', 'confirm-opt-in', consentIs('pending'), 0, 'unconfirmed'],
  ['the question to a customer who has ordered', 'confirm-opt-in', consentIs('pending'), 3, 'unconfirmed'],
  [
    'order mail to somebody of whom only a form is known',
    'order-thanks',
    consentIs('pending'),
    0,
    'unconfirmed',
  ],
  [
    'order mail of a customer who has not confirmed',
    'order-thanks',
    consentIs('pending'),
    1,
    'transactional',
  ],
  ['order mail of somebody who was never asked', 'order-thanks', {}, 0, 'transactional'],
  ['order mail of somebody who wants no letters', 'order-thanks', consentIs('denied'), 0, 'transactional'],
  ['a letter', 'welcome', consentIs('pending'), 0, 'marketing'],
] as const)('%s is judged as its kind', (_, id, consent, orders, kind) => {
  expect(kindOf(id, consent, orders)).toBe(kind);
});
