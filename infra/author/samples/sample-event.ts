/** An order as a storefront would tell it, in each language, and the awkward ones a message must bear as well. */
import type { StoreFacts } from '../../../shared/core/language/store-room.ts';
import { facts as ours } from '../../../shared/library.ts';
import { bareParts, partsIn, type SampleLocale } from './sample-parts.ts';

/** `usual`: everything is there. `bare`: as little as the wire allows. `hostile`: names that try to be code. */
export const sampleNames = ['usual', 'bare', 'long', 'hostile'] as const;
export type SampleName = (typeof sampleNames)[number];

export interface SampleCase {
  readonly customer: { readonly name?: string };
  readonly event: Readonly<Record<string, unknown>>;
}

const hostile = [
  '{{ order.id }}{% if x %}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "O'Brien & Söhne",
  '花子👩‍👩‍👧‍👦',
  'Hana\r\nBcc: all@example.com',
  '\u202Emoc.live',
  'W'.repeat(300),
];

const item = (name: string, index: number) => ({
  productId: `p-${index}`,
  name,
  quantity: 1 + (index % 2),
  unitPrice: 1500 + 600 * index,
});

function orderOf(items: readonly ReturnType<typeof item>[]) {
  const total = items.reduce((sum, one) => sum + one.quantity * one.unitPrice, 0);
  return { id: '5551234567890', number: 'A-20261122-001', currency: 'JPY', total, items };
}

const shipment = {
  id: 's-1',
  carrier: 'Example Express',
  trackingNumber: '1234-5678',
  url: 'https://shop.example.com/parcels/1234-5678',
  expectedAt: '2026-11-24T12:00:00+09:00',
  number: 2,
  of: 3,
};

/** Every name of a part tries to be code. */
function hostileParts(locale: SampleLocale, facts: StoreFacts): Record<string, unknown> {
  const entries = Object.entries(partsIn(locale, facts)).filter(([, part]) => !Array.isArray(part));
  return Object.fromEntries(
    entries.map(([key, part]) => [key, 'name' in part ? { ...part, name: hostile.join(' ') } : part]),
  );
}

/** The customer and the event of one sample; a message takes of the event what the catalogue names for it. */
export function sampleCase(name: SampleName, locale: SampleLocale, facts: StoreFacts = ours): SampleCase {
  const { customer: known, goods } = facts.samples[locale];
  switch (name) {
    case 'usual':
      return {
        customer: { name: known },
        event: { ...partsIn(locale, facts), order: orderOf(goods.map(item)), shipment },
      };
    case 'bare':
      return { customer: {}, event: { ...bareParts, order: { id: 'A-1' } } };
    case 'long': {
      const long = Array.from({ length: 40 }, (_, index) => `${goods[index % 2]} `.repeat(6).trim());
      return {
        customer: { name: known.repeat(8) },
        event: { ...partsIn(locale, facts), order: orderOf(long.map(item)), shipment },
      };
    }
    case 'hostile':
      return {
        customer: { name: hostile.join(' ') },
        event: {
          ...hostileParts(locale, facts),
          order: { ...orderOf(hostile.map(item)), id: '"><b>1</b>' },
          shipment,
        },
      };
  }
}
