import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { newCustomer } from '../../shared/core/record/customer.ts';
import type { Customers } from '../../shared/ports/customers.ts';
import { store, type UnderContract } from './worlds.ts';

const at = (time: string) => Temporal.Instant.from(`2026-11-22T${time}Z`);
const readable = (value: unknown) => JSON.parse(JSON.stringify(value));

async function saved(customers: Customers, id: string) {
  const known = await customers.load(id);
  const now = await customers.save(known ?? newCustomer(store, id), {
    transactional: at('10:00:00'),
  });
  if (now === 'conflict') throw new Error('nobody else writes here');
  return now;
}

export function erasuresKeepTheirContract(world: () => UnderContract) {
  test('a record is removed only as the version it was read, and may then be made anew', async () => {
    const { customers } = world();
    expect(await customers.remove('r#none', 1)).toBe('conflict');
    const first = await saved(customers, 'r#1');
    const second = await saved(customers, 'r#1');
    expect(await customers.remove('r#1', first.version)).toBe('conflict');
    expect((await customers.load('r#1'))?.version).toBe(second.version);
    expect(await customers.remove('r#1', second.version)).toBe('removed');
    expect(await customers.load('r#1')).toBeUndefined();
    expect(await customers.remove('r#1', second.version)).toBe('conflict');
    // A save that was decided before meets no record of its version.
    expect(await customers.save(second, {})).toBe('conflict');
    expect((await saved(customers, 'r#1')).version).toBe(1);
  });

  test('a removed record waits for nothing any more', async () => {
    const { customers, sweep } = world();
    const { version } = await saved(customers, 'r#2');
    await customers.remove('r#2', version);
    const shares = Array.from({ length: 16 }, (_, share) => sweep.overdue(share, at('23:00:00'), 1000));
    expect((await Promise.all(shares)).flat().map(({ customer }) => customer)).not.toContain('r#2');
  });

  test('who leaves an address is no user of it, and what is known of the address stays', async () => {
    const { addresses } = world();
    await addresses.leave('left-none', 'c1');
    expect(await addresses.load('left-none')).toBeUndefined();
    await addresses.use('left', 'c1');
    await addresses.suppress('left', 'all', { because: 'complaint', at: at('10:00:00') });
    await addresses.leave('left', 'c1');
    await addresses.leave('left', 'c1');
    expect((await addresses.load('left'))?.all?.because).toBe('complaint');
  });

  test('of an address that its last customer leaves nothing stays, but what is known of it', async () => {
    const { addresses } = world();
    await addresses.use('left-bare', 'c1', { granted: ['news'], version: 1, at: at('10:00:00') });
    await addresses.use('left-bare', 'c2');
    await addresses.leave('left-bare', 'c1');
    expect(await addresses.load('left-bare')).toEqual({ key: 'left-bare', holders: { c2: {} } });
    await addresses.leave('left-bare', 'c2');
    expect(await addresses.load('left-bare')).toBeUndefined();
    await addresses.leave('left-bare', 'c2');
    expect(await addresses.load('left-bare')).toBeUndefined();
    await addresses.use('left-struck', 'c1');
    await addresses.strike('left-struck', at('10:00:00'));
    await addresses.leave('left-struck', 'c1');
    expect((await addresses.load('left-struck'))?.strikes).toHaveLength(1);
    await addresses.use('left-bare', 'c3');
    expect(await addresses.load('left-bare')).toEqual({ key: 'left-bare', holders: { c3: {} } });
  });

  test('an order is forgotten by its owner alone', async () => {
    const { orderOwners } = world();
    await orderOwners.put({ order: 'f#1', customer: 'c#1', isTest: false });
    await orderOwners.forget('f#1', 'c#2');
    expect(await orderOwners.load('f#1')).toBeDefined();
    await orderOwners.forget('f#1', 'c#1');
    await orderOwners.forget('f#1', 'c#1');
    expect(await orderOwners.load('f#1')).toBeUndefined();
  });
}

export function rightsKeepTheirContract(world: () => UnderContract) {
  test('all that lies beside a record is listed, and goes by its key', async () => {
    const { beside, contexts, orderFacts, evidence, touchpoints, customers } = world();
    await saved(customers, 'b#1');
    await contexts.put('b#1', 'e1', { order: { id: 'o1' } });
    await orderFacts.put('b#1', { id: 'o#1', facts: { OrderPaid: { at: '2026-11-22T09:00:00Z' } } });
    await evidence.put({
      customer: 'b#1',
      id: 'p1',
      at: at('09:00:00'),
      granted: true,
      topics: [],
      source: 'x',
    });
    await touchpoints.note('b#1', 't1', 'clicked', at('09:30:00'));
    await beside.noteEarlierId('b#1', 'old#1');
    await beside.noteEarlierId('b#1', 'old#1');
    await contexts.put('b#10', 'e1', {});
    expect(await beside.earlierIds('b#1')).toEqual(['old#1']);
    const keys = (await beside.list('b#1')).map(({ key }) => key).sort();
    expect(keys).toEqual(['CONSENT#p1', 'CTX#e1', 'ORDER#o#1', 'TOUCH#t1', 'WAS#old#1']);
    await beside.remove('b#1', keys);
    await beside.remove('b#1', keys);
    expect(await beside.list('b#1')).toEqual([]);
    expect(await beside.earlierIds('b#1')).toEqual([]);
    expect(await customers.load('b#1')).toBeDefined();
    expect(await beside.list('b#10')).toHaveLength(1);
  });

  test('of erasures and their liftings the newest of each stays, in any order', async () => {
    const { gone } = world();
    expect(await gone.load('w0')).toBeUndefined();
    for (const moment of ['10:00:00.001', '12:00:00', '11:00:00']) await gone.bury('w1', at(moment));
    expect(readable(await gone.load('w1'))).toEqual({ erased: '2026-11-22T12:00:00Z' });
    await gone.lift('w1', at('13:00:00'));
    await gone.lift('w1', at('09:00:00'));
    expect(readable(await gone.load('w1'))).toEqual({
      erased: '2026-11-22T12:00:00Z',
      lifted: '2026-11-22T13:00:00Z',
    });
  });

  test('of what was heard after an erasure was asked for each hash stays, once', async () => {
    const { gone } = world();
    await gone.bury('w3', at('10:00:00'));
    await gone.keepHeard('w3', []);
    expect(readable(await gone.load('w3'))).toEqual({ erased: '2026-11-22T10:00:00Z' });
    for (const heard of [['b', 'a'], ['c', 'a'], []]) await gone.keepHeard('w3', heard);
    await gone.bury('w3', at('11:00:00'));
    expect(readable(await gone.load('w3'))).toEqual({
      erased: '2026-11-22T11:00:00Z',
      heard: ['a', 'b', 'c'],
    });
  });

  test('proofs that outlive a customer are kept once each, beside the stone', async () => {
    const { gone } = world();
    const proof = { id: 'm1', at: at('10:00:00.5'), granted: true, topics: ['tips'], source: 'form' };
    const until = Temporal.Instant.from('2029-11-22T00:00:00Z');
    const proofs = [
      { ...proof, until },
      { ...proof, id: 'm2', granted: false, wording: '同意します', until },
    ];
    await gone.keepEvidence('w2', proofs);
    await gone.keepEvidence('w2', proofs.slice(0, 1));
    expect(readable(await gone.evidence('w2'))).toEqual(readable(proofs));
    expect(await gone.load('w2')).toBeUndefined();
  });

  test('askings are listed in the order of their time, a repeat once', async () => {
    const { audit } = world();
    const late = { at: at('11:00:00'), action: 'erase', who: 'w3', by: 'mika' } as const;
    const early = { at: at('10:59:59.5'), action: 'export', who: 'w3', by: 'bus' } as const;
    for (const entry of [late, early, late]) await audit.note(entry);
    expect(readable(await audit.list())).toEqual(readable([early, late]));
  });
}
