/** What is kept of a consent once the customer is erased. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { evidenceEnds } from '../../../shared/service/rights/end-evidence.ts';
import { eraseCustomer } from '../../../shared/service/rights/erase-customer.ts';
import { customerKey } from '../../../shared/service/saving/customer-key.ts';
import { signsOfHana, storeWithHana } from '../../support/person.ts';
import type { StoreInMemory } from '../../support/store-in-memory.ts';

const at = (text: string) => Temporal.Instant.from(text);
const asked = { at: at('2026-03-03T05:00:00Z'), by: 'mika' };
const erase = (store: StoreInMemory) => eraseCustomer(store.engine, 'c-1', asked);

test('of consent the proof stays for three years and a month, without her name', async () => {
  const store = await storeWithHana();
  await erase(store);
  const kept = await store.world.gone.evidence(customerKey(await store.world.keys(), 'c-1'));
  const form = kept.find(({ source }) => source === 'form');
  expect(form).toMatchObject({ granted: true, topics: ['tips'], wording: 'w-1' });
  expect(form?.until).toEqual(evidenceEnds(asked.at));
  expect(JSON.stringify(kept)).not.toMatch(signsOfHana);
});

test('a proof whose time runs already keeps its end', async () => {
  const store = await storeWithHana();
  const expiresAt = at('2026-12-01T00:00:00Z');
  const [proof] = await store.world.evidence.list('c-1');
  if (proof) await store.world.evidence.put({ ...proof, expiresAt });
  await erase(store);
  const kept = await store.world.gone.evidence(customerKey(await store.world.keys(), 'c-1'));
  expect(kept.map(({ until }) => until.toString()).sort()[0]).toBe(expiresAt.toString());
});
