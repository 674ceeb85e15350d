/** A store of which each customer has ordered once, so that letters wait for all of them, and the scheduler it arms them at. */
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { twoScenariosAlone } from '../../support/two-scenarios-alone.ts';
import { recoveredStore } from './recovered-store.ts';

const start = '2026-03-02T03:30:00Z'; // 12:30 in Tokyo

/** An hour after the orders. Stop it at the end of the tests. */
export async function storeOfOrders(count: number) {
  const store = await recoveredStore({
    startAt: start,
    settings: { ...twoScenariosAlone, jitterMinutes: 0 },
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const scheduler = new SchedulerClient({ endpoint: store.cloud.url, region: 'us-east-1', credentials });
  const customers = Array.from({ length: count }, (_, nth) => `c-${nth}`);
  for (const id of customers) {
    await store.put('OrderPlaced', {
      eventId: `evt-${id}`,
      occurredAt: start,
      customer: { id, email: `${id}@example.com`, timeZone: 'Asia/Tokyo', acceptsMarketing: true },
      order: { id: `o-${id}`, currency: 'JPY', total: 100, items: [{ productId: 'p-1', quantity: 1 }] },
    });
  }
  await store.cloud.clock.advance('PT1H');
  return {
    ...store,
    customers,
    scheduler,
    mails: () => store.get<{ to: string; template: string; at: string }[]>('mails'),
    async stop() {
      scheduler.destroy();
      await store.stop();
    },
  };
}
