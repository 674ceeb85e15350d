/** Which stories a crowded record may begin a second time. */
import { expect, test } from 'vitest';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import { transactional } from '../support/scenarios.ts';
import { mayBeginAnew } from './told-again.ts';
import { Truth } from './truth.ts';

const at_ms = Date.parse('2026-03-02T03:00:00Z');

/** What may be told again to whoever placed so many orders. */
function mayBegin(orders: number, trigger: Partial<Scenario['trigger']> = {}): boolean {
  const truth = new Truth();
  for (let nth = 0; nth < orders; nth += 1) {
    const occurredAt = new Date(at_ms).toISOString();
    const detail = { eventId: `e-${nth}`, occurredAt, customer: { id: 'c-0' }, order: { id: `o-${nth}` } };
    truth.storefront.learn({ at_ms, customer: 'c-0', name: 'OrderPlaced', detail }, at_ms);
  }
  const drawn = transactional({
    trigger: { on: 'OrderRefunded', oncePer: 'order', whileRunning: 'parallel', ...trigger },
  });
  return mayBeginAnew(drawn, truth, 'c-0');
}

test('a story of one of several parts of an order may begin anew only where the record tells no longer all orders apart', () => {
  expect(mayBegin(24)).toBe(false);
  expect(mayBegin(25)).toBe(true);
  expect(mayBegin(25, { on: 'OrderPlaced' })).toBe(false);
  expect(mayBegin(25, { oncePer: 'ever' })).toBe(false);
});
