/** Guests, accounts with one address, and who types what is not hers, for some weeks: each mailbox gets the right mail once. */
import { expect, test } from 'vitest';
import type { MemoryWorld } from '../../shared/memory/memory-world.ts';
import { erasedFaults, orderFaults, strayFaults, twiceFaults } from './shared-mailbox-checks.ts';
import { MailboxModel } from './shared-mailbox-model.ts';
import { type PlayedAct, playMailboxes } from './shared-mailbox-play.ts';
import { silenceFaults } from './shared-mailbox-silence.ts';

/** Orders that an account counts as its own, though neither it nor a guest of the address it was opened with placed them. */
async function takenOrders(world: MemoryWorld, acts: readonly PlayedAct[]): Promise<string[]> {
  const placed = new Map(acts.filter(({ deed }) => deed === 'order').map((act) => [act.order, act]));
  const taken: string[] = [];
  for (const { id = '', names, person } of acts.filter(({ deed }) => deed === 'register')) {
    for (const order of (await world.customers.load(id))?.orders ?? []) {
      const by = placed.get(order.id);
      const isGuests = by?.id === undefined && by?.names === names;
      if (by?.person !== person && !isGuests) taken.push(`${id} has taken ${order.id}`);
    }
  }
  return taken;
}

/** Of all seeds: how often a letter had to come. */
const asked = { mailbox: 0, hello: 0, promise: 0 };
const troubles = { refused: 0, unanswered: 0, busy: 0, down: 0 };

test.each([2, 3, 4, 25, 32, 990013, 991008])(
  'seed %i: each mailbox gets what is its own, once',
  async (seed) => {
    const { world, mails, acts, crashes, leadOf, dealt } = await playMailboxes(seed);
    const model = new MailboxModel(acts);
    const idOf = ({ id, names = '', round = 0 }: PlayedAct) => id ?? leadOf(names, round);
    const silence = silenceFaults(model, mails);
    expect([
      ...orderFaults(model, mails),
      ...strayFaults(model, mails),
      ...twiceFaults(model, mails),
      ...erasedFaults(model, mails, idOf),
      ...silence.faults,
      ...(await takenOrders(world, acts)),
    ]).toEqual([]);
    for (const act of acts.filter(({ deed }) => deed === 'erase'))
      expect([idOf(act), await world.customers.load(idOf(act))]).toEqual([idOf(act), undefined]);
    // What was asked was asked often enough to mean something.
    expect(crashes).toBeGreaterThan(10);
    for (const what of ['refused', 'unanswered', 'busy', 'down'] as const) troubles[what] += dealt[what];
    for (const what of ['mailbox', 'hello', 'promise'] as const) asked[what] += silence.asked[what];
    expect(Math.max(...acts.map(({ known_ms }) => known_ms))).toBeLessThan(Number.POSITIVE_INFINITY);
  },
);

test('each kind of letter that had to come was asked for, and each kind of trouble was met', () => {
  expect(Math.min(...Object.values(troubles))).toBeGreaterThan(10);
  expect(Math.min(...Object.values(asked))).toBeGreaterThan(3);
});
