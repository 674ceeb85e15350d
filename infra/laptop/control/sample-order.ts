/** A storefront's OrderPlaced, from what the page's form gives. */
import { randomUUID } from 'node:crypto';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { BusEvent } from '../bus/bus.ts';
import { instantText } from './instant-text.ts';

const price = 5400;

export function sampleOrder(form: URLSearchParams, settings: Settings, now_ms: number): BusEvent {
  const given = (name: string, otherwise: string) => form.get(name)?.trim().slice(0, 200) || otherwise;
  const unique = randomUUID().slice(0, 8);
  const name = given('product', 'Serum');
  return {
    source: settings.eventSource,
    detailType: 'OrderPlaced',
    detail: {
      eventId: `page-${unique}`,
      occurredAt: instantText(now_ms),
      customer: {
        id: given('customer', 'c-1'),
        email: given('email', 'hana@example.com'),
        name: given('name', 'Hana'),
        locale: given('locale', settings.locale),
        timeZone: settings.timeZone,
        ...(form.has('marketing') ? { acceptsMarketing: true } : {}),
      },
      order: {
        id: `order-${unique}`,
        currency: 'JPY',
        total: price,
        items: [{ productId: `p-${name}`, name, quantity: 1, unitPrice: price }],
      },
    },
  };
}
