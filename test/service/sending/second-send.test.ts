/** A thank-you nobody answered for goes a second time only if it still may: all that is asked at a first send is asked again. */
import { expect, test } from 'vitest';
import { noBrakes } from '../../../shared/core/record/brakes.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { orderDetail, type StoreInMemory } from '../../support/store-in-memory.ts';
import { storeWithOrder, thanksOf } from '../../support/store-with-order.ts';

/** After the first call, which got no answer; the question is put a quarter of an hour later. */
async function storeInDoubt(): Promise<StoreInMemory> {
  const store = await storeWithOrder();
  store.world.mailer.next({ kind: 'unknown', detail: 'timeout' });
  await store.pass({ minutes: 1 });
  return store;
}

/** What happens in between. */
type Meanwhile = (store: StoreInMemory) => Promise<unknown>;

const suppress =
  (scope: 'all' | 'marketing', because: 'hard-bounce' | 'complaint' | 'unsubscribed'): Meanwhile =>
  async ({ world }) => {
    const key = addressHash(await world.keys(), 'hana@example.com');
    await world.addresses.suppress(key, scope, { because, at: world.clock.now() });
  };
const pause =
  (paused: Partial<typeof noBrakes.paused>): Meanwhile =>
  ({ world }) =>
    world.control.write({ paused: { ...noBrakes.paused, ...paused } });
const told =
  (name: 'OrderCancelled' | 'CustomerUpdated' | 'ConsentChanged', parts: object): Meanwhile =>
  (store) =>
    store.put(store.event(name, { ...orderDetail('o-1', store.world.clock.now().toString()), ...parts }));
const movedTo = (email: string): Meanwhile => told('CustomerUpdated', { customer: { id: 'c-1', email } });
const lapse: Meanwhile = async (store) => {
  await pause({ all: true })(store);
  await store.pass({ hours: 73 });
  await store.world.control.write(noBrakes);
};

const sent = ['sent sent-once-more', 2] as const;
const unsent = ['unknown outcome-unknown', 1] as const;
const waiting = ['open', 1] as const;

const cases: readonly (readonly [string, Meanwhile, readonly [outcome: string, calls: number]])[] = [
  ['nothing happens', async () => undefined, sent],
  ['her address bounces for good', suppress('all', 'hard-bounce'), unsent],
  ['she complains', suppress('all', 'complaint'), unsent],
  ['she unsubscribes from marketing', suppress('marketing', 'unsubscribed'), sent],
  ['she withdraws her consent to marketing', told('ConsentChanged', { consent: { granted: false } }), sent],
  ['she moves to another address', movedTo('hana@example.org'), sent],
  ['her address becomes one that no mail reaches', movedTo('hana..h@example.com'), unsent],
  ['her order is cancelled', told('OrderCancelled', {}), unsent],
  ['the message expires', lapse, unsent],
  ['all mail is paused', pause({ all: true }), waiting],
  ['its scenario is paused', pause({ scenarios: ['order-thanks'] }), waiting],
  ['marketing is paused', pause({ marketing: true }), sent],
];

test.each(cases)('where %s meanwhile, its outcome is right', async (_, meanwhile, expected) => {
  const store = await storeInDoubt();
  await meanwhile(store);
  await store.pass({ hours: 2 });
  const touchpoint = await thanksOf(store);
  const outcome = touchpoint ? `${touchpoint.state} ${touchpoint.because}` : 'open';
  expect([outcome, store.world.mailer.calls]).toEqual(expected);
});

test('the address of the second send is the one she has now', async () => {
  const store = await storeInDoubt();
  await movedTo('hana@example.org')(store);
  await suppress('all', 'hard-bounce')(store);
  await store.pass({ hours: 1 });
  expect(store.world.mailer.mails.map(({ to }) => to)).toEqual(['hana@example.org']);
});

test('a second try that a copy of its question finds, and that is refused and dies there, is made once more', async () => {
  const store = await storeInDoubt();
  await store.pass({ minutes: 13 });
  const customer = await store.world.customers.load('c-1');
  const [claim] = customer?.sends ?? [];
  if (!customer || !claim) throw new Error('nothing is claimed');
  // Somebody else has just claimed the second try when the question comes here.
  const sends = [{ ...claim, state: 'resent' as const }];
  await store.world.customers.save({ ...customer, sends }, {});
  await store.pass({ minutes: 5 });
  expect(await thanksOf(store)).toMatchObject({ state: 'unknown' });
  // The mail service certainly did not take it: the claim was given back, and whoever did so died.
  const asked = await store.world.customers.load('c-1');
  if (!asked) throw new Error('nobody is known');
  await store.world.customers.save({ ...asked, sends: [claim] }, {});
  await store.pass({ minutes: 20 });
  expect(store.world.mailer.calls).toBe(2);
});
