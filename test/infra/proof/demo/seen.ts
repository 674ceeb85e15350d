/** Shorthands for what the embedded cloud shows after a play. */
import { Temporal } from 'temporal-polyfill';
import type { BusEntry } from '../../../../infra/proof/demo/bus-entry.ts';
import type { CustomerSeen, MailSeen, Stats, TouchpointSeen } from '../../../../infra/proof/demo/control.ts';

export function touchpoint(more: Partial<TouchpointSeen> = {}): TouchpointSeen {
  return {
    id: 't-1',
    enrolment: 'e-1',
    step: 'thanks',
    template: 'order-thanks/thanks',
    state: 'sent',
    because: 'accepted',
    at: '2026-01-10T18:00:01Z',
    ...more,
  };
}

export function mail(more: Partial<MailSeen> = {}): MailSeen {
  return {
    id: 'm-1',
    subject: 'Thank you for your order',
    scenario: 'order-thanks',
    kind: 'transactional',
    template: 'order-thanks/thanks',
    step: 'thanks',
    customer: 'c-1',
    touchpoint: 't-1',
    enrolment: 'e-1',
    at: '2026-01-10T18:00:01Z',
    ...more,
  };
}

export function seen(
  touchpoints: TouchpointSeen[],
  more: Partial<CustomerSeen['customer']> = {},
): CustomerSeen {
  return { customer: more, touchpoints };
}

export function stats(more: Partial<Stats> = {}): Stats {
  return { requests: {}, queues: {}, capacity: { read: 0, write: 0 }, deadLetters: 0, mails: 0, ...more };
}

export function placed(order: string, at = '2026-01-10T18:00:00Z', customer = 'c-1'): BusEntry {
  const who = { id: customer, name: 'Ann Example', timeZone: 'America/Denver' };
  const detail = JSON.stringify({ customer: who, order: { id: order } });
  return { at: Temporal.Instant.from(at), source: 'storefront', detailType: 'OrderPlaced', detail, customer };
}
