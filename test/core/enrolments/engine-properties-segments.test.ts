/** Segments, the stories that begin with them, and events for the bus, over any history of orders. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AfterSave } from '../../../shared/core/enrolments/after-save.ts';
import { applyEvents } from '../../../shared/core/enrolments/apply-events.ts';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { at, orderEvent } from '../../support/events.ts';
import { storeWith } from '../../support/given.ts';
import { marketing, send, transactional, waitFor } from '../../support/scenarios.ts';
import { sound } from '../../support/sound-save.ts';

const buyers = marketing({
  id: 'buyers',
  trigger: { segment: 'buyer' as never, when: 'entered', oncePer: 'ever', whileRunning: 'ignore' },
  steps: [
    { id: 'tell', kind: 'emit', event: 'HumanTask', detail: { reason: 'Greet her.' } },
    { id: 'mark', kind: 'set', addLabels: ['bought'] },
    waitFor('days', { days: 3 }),
    send('b'),
  ],
});
const store = storeWith([transactional(), buyers], {
  segments: [
    { name: 'buyer', means: 'Has bought.', is: { the: 'customer.lifecycle.orders', atLeast: 1 } },
    {
      name: 'asleep',
      means: 'Has not bought for a day.',
      is: { the: 'customer.lifecycle.lastOrderAt', daysAgoAtLeast: 1 },
    },
  ],
});
const start = at('2026-03-02 00:00');
const then = store.around(start.add({ hours: 72 }));

const orderLine = fc
  .tuple(fc.constantFrom('OrderPlaced', 'OrderCancelled'), fc.nat(3), fc.integer({ min: 1, max: 4319 }))
  .map(([name, order, minutes]) =>
    orderEvent(name as StoreEvent['name'], `o-${order}`, start.add({ minutes }).toString()),
  );
const history = fc.uniqueArray(orderLine, {
  minLength: 1,
  maxLength: 8,
  selector: ({ name, detail }) => `${name} ${detail.order?.id}`,
});

test('a repeat publishes and arms the same again, of the segments and stories it moved, and changes nothing', () => {
  fc.assert(
    fc.property(history, (events) => {
      const nobody = newCustomer('mori', 'c-1');
      const once = sound(nobody, { ...applyEvents(nobody, events, then), effects: [] }, then);
      const again = applyEvents(once.customer, events, then);
      expect(again.customer).toBe(once.customer);
      expect(again.after).toEqual(once.after);
      const ids = once.after.map(idOf);
      expect(new Set(ids).size).toBe(ids.length);
      expect(once.customer.segments.buyer !== undefined).toBe(once.customer.lifecycle.orders > 0);
      const greetings = once.after.filter(
        (effect) => effect.do === 'publish' && effect.event.name === 'HumanTask',
      );
      expect(greetings).toHaveLength(once.customer.labels.includes('bought') ? 1 : 0);
    }),
    { numRuns: 150 },
  );
});

function idOf(effect: AfterSave): string {
  if (effect.do === 'publish') return effect.event.id;
  if (effect.do === 'disarm') return effect.name;
  return effect.do === 'record' ? effect.touchpoint.id : JSON.stringify(effect.message);
}
