/** One sign-up that nobody ever confirmed is gone after 30 days, with all that it left. */
import { describe, expect, test } from 'vitest';
import { handleIntake } from '../../../shared/service/intake/handle-intake.ts';
import { eraseCustomer } from '../../../shared/service/rights/erase-customer.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';
import { reconcile } from '../../../shared/service/sweep/reconcile.ts';
import { holdersOf } from '../../support/holders.ts';
import { orderDetail } from '../../support/store-in-memory.ts';
import { visitor } from '../pages/visitor.ts';

type Her = ReturnType<typeof visitor>;
const email = 'yuki@example.com';
const leadOf = (her: Her) => her.world.records.ids().find((id) => id.startsWith('lead-')) ?? '';

async function daysPass(her: Her, days: number) {
  for (let day = 0; day < days; day += 1) {
    await her.pass({ days: 1 });
    await reconcile(her.engine);
    await her.drain();
  }
}

async function whatIsLeft(her: Her, id: string) {
  const { world } = her;
  return {
    record: await world.customers.load(id),
    proofs: await world.evidence.list(id),
    beside: await world.beside.list(id),
    timers: world.timers.pending(),
    holders: await holdersOf(world, addressHash(await world.keys(), email)),
  };
}

const nothing = { record: undefined, proofs: [], beside: [], timers: [], holders: [] };

test('D05: never confirmed: there for 30 days, and gone on the next with record, proof and timer', async () => {
  const her = visitor();
  await her.post('/join', [['email', email]]);
  const id = leadOf(her);
  await daysPass(her, 29);
  const before = await whatIsLeft(her, id);
  expect([before.record?.id, before.proofs.length, before.holders]).toEqual([id, 1, [id]]);
  expect(before.timers).not.toEqual([]);
  await daysPass(her, 2);
  expect(await whatIsLeft(her, id)).toEqual(nothing);
  expect(her.world.metrics.of('Overdue')).toBe(0);
  await daysPass(her, 400);
  expect(her.world.mailer.mails).toHaveLength(1);
  expect(her.failures).toEqual([]);
});

test('whoever is forgotten waits for no product either', async () => {
  const her = visitor();
  await her.post('/join', [['email', email]]);
  const id = leadOf(her);
  const wish = { eventId: 'w-1', occurredAt: her.world.clock.now().toString(), customer: { id } };
  await her.put(her.event('RestockRequested', { ...wish, product: { id: 'p-9' } }));
  expect(await her.world.askers.first('p-9', 9)).toHaveLength(1);
  await daysPass(her, 31);
  expect(await whatIsLeft(her, id)).toEqual(nothing);
  expect(await her.world.askers.first('p-9', 9)).toEqual([]);
});

test('whoever asks again is kept for 30 days more, and after all is gone may sign up as somebody new', async () => {
  const her = visitor();
  await her.post('/join', [['email', email]]);
  const id = leadOf(her);
  await daysPass(her, 20);
  await her.post('/join', [['email', email]]);
  await daysPass(her, 29);
  expect((await whatIsLeft(her, id)).record).toBeDefined();
  await daysPass(her, 2);
  expect(await whatIsLeft(her, id)).toEqual(nothing);
  await her.post('/join', [['email', email]]);
  await her.pass({ hours: 1 });
  expect(her.world.mailer.mails).toHaveLength(3);
  expect((await her.world.customers.load(leadOf(her)))?.consent).toMatchObject({ all: { is: 'pending' } });
});

describe('kept are', () => {
  test('whoever confirmed', async () => {
    const her = visitor();
    await her.post('/join', [['email', email]]);
    await her.pass({ hours: 1 });
    const [, path = ''] = /(\/c\/[\w.-]+)/.exec(her.world.mailer.mails[0]?.html ?? '') ?? [];
    await her.fill(path);
    await daysPass(her, 40);
    expect((await whatIsLeft(her, leadOf(her))).record?.consent.all?.is).toBe('granted');
  });

  test('whoever has confirmed one topic, and was asked about another', async () => {
    const her = visitor();
    await her.post('/join', [
      ['email', email],
      ['topic', 'tips'],
    ]);
    await her.pass({ hours: 1 });
    const [, path = ''] = /(\/c\/[\w.-]+)/.exec(her.world.mailer.mails[0]?.html ?? '') ?? [];
    await her.fill(path);
    await her.post('/join', [
      ['email', email],
      ['topic', 'offers'],
    ]);
    await daysPass(her, 40);
    expect((await whatIsLeft(her, leadOf(her))).record?.consent.offers?.is).toBe('pending');
  });

  test('a customer whom the store knows by an id of its own, and whoever ordered', async () => {
    const her = visitor();
    await her.register();
    await her.post('/join', [['email', 'hana@example.com']]);
    await her.post('/join', [['email', email]]);
    const id = leadOf(her);
    const customer = { id, email };
    const at = her.world.clock.now().toString();
    await her.put(her.event('OrderPlaced', orderDetail('o-1', at, { customer })));
    await daysPass(her, 40);
    expect((await her.person())?.consent.all?.is).toBe('pending');
    expect((await whatIsLeft(her, id)).record?.id).toBe(id);
  });

  test('the stone of whoever was erased', async () => {
    const her = visitor();
    await her.post('/join', [['email', email]]);
    const id = leadOf(her);
    await eraseCustomer(her.engine, id, { at: her.world.clock.now(), by: 'test' });
    await daysPass(her, 40);
    await her.post('/join', [['email', email]]);
    expect(leadOf(her)).not.toBe(id);
  });
});

test('what could not be taken away at once is found again, and the others of the page are woken all the same', async () => {
  const her = visitor();
  await her.post('/join', [['email', email]]);
  const id = leadOf(her);
  await daysPass(her, 30);
  const { remove } = her.world.beside;
  let broken = 1;
  her.world.beside.remove = (...all) => (broken-- > 0 ? Promise.reject(new Error('away')) : remove(...all));
  await daysPass(her, 2);
  expect(await whatIsLeft(her, id)).toEqual(nothing);
});

test('whoever confirms in the very moment loses nothing: proof, timers, address and record stay', async () => {
  const her = visitor();
  await her.post('/join', [['email', email]]);
  const id = leadOf(her);
  await her.pass({ days: 29, hours: 23 });
  const before = await whatIsLeft(her, id);
  const kept = before.record;
  if (!kept) throw new Error('nobody has signed up');
  await her.pass({ days: 1 });
  const { remove } = her.world.customers;
  // The page that takes the yes saves between the look at the record and its removal.
  her.world.customers.remove = async (...all) => {
    await her.world.customers.save(kept, {});
    return remove(...all);
  };
  expect(await handleIntake(her.engine, { kind: 'forget', customer: id })).toBe('kept');
  const { record, ...beside } = await whatIsLeft(her, id);
  const { record: _, ...all } = before;
  expect(record?.version).toBe(kept.version + 1);
  expect(beside).toMatchObject({ proofs: all.proofs, holders: [id], beside: all.beside });
});

test('a death between the record and what lies beside it leaves nothing once the message comes again', async () => {
  const her = visitor();
  await her.post('/join', [['email', email]]);
  const id = leadOf(her);
  await her.pass({ days: 31 });
  const address = addressHash(await her.world.keys(), email);
  const { list } = her.world.beside;
  const { remove } = her.world.beside;
  her.world.beside.remove = () => Promise.reject(new Error('died'));
  const message = { kind: 'forget', customer: id, address } as const;
  await expect(handleIntake(her.engine, message)).rejects.toThrow('died');
  expect(await her.world.customers.load(id)).toBeUndefined();
  expect(await list(id)).not.toEqual([]);
  her.world.beside.remove = remove;
  expect(await handleIntake(her.engine, message)).toBe('forgotten');
  expect(await whatIsLeft(her, id)).toMatchObject({ ...nothing, timers: expect.anything() });
});

test('who has signed up again meanwhile is kept at the address', async () => {
  const her = visitor();
  await her.post('/join', [['email', email]]);
  const id = leadOf(her);
  const address = addressHash(await her.world.keys(), email);
  expect(await handleIntake(her.engine, { kind: 'forget', customer: id, address })).toBe('kept');
  expect((await whatIsLeft(her, id)).holders).toEqual([id]);
});
