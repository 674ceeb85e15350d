import { expect, test } from 'vitest';
import { spreadStoreWide } from '../../../shared/service/intake/spread-store-wide.ts';
import { at, event } from '../../support/events.ts';
import { marketing, send } from '../../support/scenarios.ts';
import { storeByClock } from '../../support/store-by-clock.ts';

const start = '2026-06-01 12:00';
const sale = marketing({
  id: 'sale',
  steps: [send('b')],
  trigger: { on: 'SaleAnnounced', oncePer: { key: 'sale.id' }, whileRunning: 'parallel' },
});

test.each<[string[], unread: number, enrolled: number]>([
  [['vipp'], 1, 0],
  [['vipp', 'VIP', 'First_Time'], 1, 0],
  [['vipp', 'prospects'], 2, 0],
  [['vipp', 'Prospect'], 1, 1],
  [['prospect'], 0, 1],
  [[], 0, 1],
])(
  'of a sale for %j %i segments are told as unknown, and %i customers hear of it',
  async (segments, unread, enrolled) => {
    const store = storeByClock({ startAt: start, scenarios: [sale] });
    await store.put(event('CustomerRegistered', start, { customer: { id: 'c-1' }, eventId: 'reg-1' }));
    const did: string[] = [];
    store.engine.world.log.did = (what) => did.push(what);
    const detail = { eventId: 'sale-1', sale: { id: 's-1', segments } };
    await spreadStoreWide(store.engine, { name: 'SaleAnnounced', occurredAt: at(start), detail });
    await store.drain();
    expect(did.filter((what) => what === 'unread SaleAnnounced sale.segments')).toHaveLength(unread);
    expect(await store.enrolments('c-1')).toHaveLength(enrolled);
  },
);
