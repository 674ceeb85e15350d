import { beforeEach, expect, test, vi } from 'vitest';
import { reasonOf } from '../../../functions/queue/reason-of.ts';
import type * as decision from '../../../shared/core/contact-policy/may-send.ts';
import type { Step } from '../../../shared/core/language/steps.ts';
import { InvariantBroken, saveCustomer } from '../../../shared/service/saving/save-customer.ts';
import { inAfter, inClaim, letter, type Save } from '../../support/saves.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';
import { start } from '../../support/store-with-order.ts';
import { twoScenarios } from '../../support/two-scenarios.ts';

const fault = vi.hoisted(() => ({ on: false }));
vi.mock('../../../shared/core/contact-policy/may-send.ts', async (original) => {
  const sound = await original<typeof decision>();
  const everythingMay: typeof decision.maySend = () => ({ may: 'go', because: 'allowed' });
  return {
    ...sound,
    maySend: (...asked: Parameters<typeof sound.maySend>) =>
      (fault.on ? everythingMay : sound.maySend)(...asked),
  };
});
beforeEach(() => {
  fault.on = false;
});

/** A store that holds the record as it was before; `saved` does the save. */
function storeBefore({ before, after, around }: Save) {
  const { world } = storeInMemory({ scenarios: twoScenarios, startAt: start });
  return {
    world,
    saved: async () => {
      await world.customers.save({ ...before, version: 0 }, {});
      const versions = { before: { ...before, version: 1 }, after: { ...after, version: 1 } };
      return saveCustomer(world, versions.before, versions.after, around);
    },
  };
}

test('a sound save is done, and nobody is told', async () => {
  const { world, saved } = storeBefore(letter);
  expect(await saved()).toMatchObject({ customer: { version: 2 } });
  expect(world.metrics.of('InvariantBroken')).toBe(0);
  expect(world.log.lines).toEqual([]);
});

test('a save that would send what must not go is not done: it is counted, told and thrown', async () => {
  const { world, saved } = storeBefore(inClaim(letter, { arm: 7 }));
  await expect(saved()).rejects.toMatchObject({ name: 'InvariantBroken', code: 'INVARIANT_BROKEN' });
  expect((await world.customers.load('c-1'))?.version).toBe(1);
  expect(world.metrics.of('InvariantBroken')).toBe(1);
  expect(world.log.lines).toMatchObject([
    {
      level: 'error',
      message: 'invariant broken',
      fields: { invariant: 'claim-not-of-now', fatal: true, about: letter.around.mail },
    },
  ]);
});

test('a wrong counter is told, and the record saved all the same', async () => {
  const { world, saved } = storeBefore(inAfter(letter, { lifecycle: { orders: 9 } }));
  expect(await saved()).toMatchObject({ customer: { version: 2 } });
  expect(world.metrics.of('InvariantBroken')).toBe(1);
});

test('a change of consent is saved whatever else is broken, unless a mail follows', async () => {
  const withdrawn = inAfter(letter, { consent: {}, enrolments: [] });
  const silent = storeBefore({ ...withdrawn, around: { at: letter.around.at } });
  expect(await silent.saved()).toMatchObject({ customer: { version: 2, consent: {} } });
  expect(silent.world.metrics.of('InvariantBroken')).toBeGreaterThan(0);
  await expect(storeBefore(withdrawn).saved()).rejects.toThrow(InvariantBroken);
});

test('the reason beside the dead letter names the invariants once, and says what to do', () => {
  const broken = { invariant: 'claimed-twice', fatal: true, about: 'a' } as const;
  expect(reasonOf(new InvariantBroken([broken, { ...broken, about: 'b' }]))).toBe(
    'InvariantBroken: claimed-twice: nothing was saved or sent. Pause the scenario, mend the fault, then redrive.',
  );
});

test('a decision that lets everything go sends nothing to her who has withdrawn', async () => {
  // What is told at the end keeps it awake.
  const told: Step = { id: 'tell', kind: 'emit', event: 'StoryTold' };
  const scenarios = twoScenarios.map((one) => ({ ...one, steps: [...one.steps, told] }));
  const store = storeInMemory({ scenarios, startAt: start });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
  await store.pass({ days: 1 });
  const before = store.world.mailer.accepted;
  const withdrawal = { ...orderDetail('', start), order: undefined, consent: { granted: false } };
  await store.put(store.event('ConsentChanged', { ...withdrawal, eventId: 'withdrawn' }));
  fault.on = true;
  await store.expectDeadLetter(/InvariantBroken: .*mail-without-consent/, () => store.pass({ days: 20 }));
  expect(store.world.mailer.accepted).toBe(before);
  expect(new Set(store.failures)).toEqual(new Set(['InvariantBroken']));
  const lines = store.world.log.lines.filter(({ message }) => message === 'invariant broken');
  expect(lines.map(({ fields }) => fields.invariant)).toContain('mail-without-consent');
  expect(JSON.stringify(lines)).not.toMatch(/hana/i);
});
