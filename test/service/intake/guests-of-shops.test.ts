/** Guests' orders as docs/events.md shows them for shops of their own: each is taken as it stands there, and thanked for. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { productRoot } from '../../../infra/author/library.ts';
import { storeWithGuests } from '../../support/guests.ts';

interface Shown {
  readonly eventId: string;
  readonly customer: { readonly email: string };
  readonly order: { readonly id: string };
}

function shownIn(page: string, heading: string): Shown[] {
  const text = readFileSync(path.join(productRoot, page), 'utf8');
  const section = text.slice(text.indexOf(heading)).split('\n## ')[0] ?? '';
  return [...section.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json) as Shown);
}

const pages = [
  ['docs/events.md', '## Guests and shared mailboxes'],
  ['docs/ja/events.md', '## ゲストと共有のメールボックス'],
] as const;

test.each(pages)('the orders of guests in %s are thanked for', async (page, heading) => {
  const shown = shownIn(page, heading);
  expect(shown.map(({ eventId }) => eventId.split('-')[0])).toEqual(['woo', 'eccube']);
  const store = await storeWithGuests(['order-thanks'], { startAt: '2026-11-22T00:31:00Z' });
  for (const detail of shown) await store.put(store.event('OrderPlaced', { ...detail }));
  await store.pass({ hours: 1 });
  expect(store.sent()).toEqual(shown.map(({ customer }) => `order-thanks/thanks ${customer.email}`));
  expect(store.world.records.ids().toSorted()).toEqual(
    shown.map(({ customer }) => store.lead(customer.email)).toSorted(),
  );
});
