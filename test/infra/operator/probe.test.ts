import { expect, test } from 'vitest';
import { readLaneMessage } from '../../../functions/boundary/lane-message.ts';
import { handleLaneMessage } from '../../../shared/service/sending/handle-lane-message.ts';
import { storeInMemory } from '../../support/store-in-memory.ts';

test('a probe leaves its mark and touches nobody', async () => {
  const store = storeInMemory({ startAt: '2026-03-02T03:30:00Z' });
  await handleLaneMessage(store.sending, readLaneMessage('{"kind":"probe","id":"smoke-1-marketing"}'));
  expect([...store.world.probes.seen]).toEqual(['smoke-1-marketing']);
  expect(store.world.records.ids()).toEqual([]);
  expect(store.world.mailer.mails).toEqual([]);
});

test.each(['', 'a b', 'x'.repeat(65)])('a probe by the id "%s" is no lane message', (id) => {
  expect(() => readLaneMessage(JSON.stringify({ kind: 'probe', id }))).toThrow('a lane message is');
});
