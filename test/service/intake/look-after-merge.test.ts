import { expect, test } from 'vitest';
import type { Trigger } from '../../../shared/core/language/trigger.ts';
import { marketing } from '../../support/scenarios.ts';
import { letter, monday } from '../../support/silent-store.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';

const rest = { day: 0, at: '10:00', oncePer: { every: { days: 300 } }, whileRunning: 'ignore' } as const;
const dated = (id: string, trigger: Trigger) => marketing({ id, trigger, steps: [letter('a')] });

test('a birthday that a merge brings is looked at, though the look that was armed before is for a later day', async () => {
  const scenarios = [
    dated('birthday', { date: 'customer.birthday', yearly: true, ...rest }),
    dated('contract', { date: 'customer.attributes.contractEnds', ...rest }),
  ];
  const store = storeInMemory({ startAt: monday, scenarios });
  const known = { email: 'hana@example.com', timeZone: 'Asia/Tokyo', acceptsMarketing: true };
  const registered = (eventId: string, customer: object) =>
    store.put(store.event('CustomerRegistered', { eventId, occurredAt: monday, customer }));
  await registered('a', { id: 'c-old', ...known, birthday: '1990-03-20' });
  await registered('b', { id: 'c-1', ...known, attributes: { contractEnds: '2026-12-01' } });
  await store.pass({ hours: 1 });
  const occurredAt = store.world.clock.now().toString();
  const merge = { from: 'c-old', to: 'c-1' };
  await store.put(
    store.event('CustomerMerged', { eventId: 'm', occurredAt, customer: { id: 'c-1' }, merge }),
  );
  await store.pass({ minutes: 5 });
  const look = (await store.world.customers.load('c-1'))?.look?.due;
  expect(look?.toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString()).toBe('2026-03-20');
});
