/** Two records become one, and one is erased, in the midst of open orders: what is left counts what it was told, and nothing else. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { lifecycleAsked } from '../../shared/core/questions/purchases.ts';
import { memoryWorld } from '../../shared/memory/memory-world.ts';
import { handleIntake } from '../../shared/service/intake/handle-intake.ts';
import { engineOf } from '../../shared/service/saving/engine.ts';
import { engineSettings } from '../../shared/settings/engine-settings.ts';
import { takeBusMessage } from '../support/take-bus-message.ts';
import { bookOf } from './books.ts';
import { ledgerHolds } from './order-checks.ts';
import { randomOf } from './random.ts';
import { simSettings } from './sim-settings.ts';
import { planStorefront, type StorefrontAct } from './storefront.ts';
import { StorefrontTruth } from './storefront-truth.ts';
import { shortTemplates } from './templates.ts';

const startAt = Temporal.Instant.from('2027-11-01T00:00:00Z');
const days = 60;
const customers = 12;

type Command = { readonly name: 'CustomerMerged' | 'EraseCustomer'; readonly of: string };

/** Of four customers the second becomes the first's, and the fourth is erased, as the parcels of an order are on their way. */
function commandsOf(acts: readonly StorefrontAct[]): ReadonlyMap<StorefrontAct, Command> {
  const found = new Map<StorefrontAct, Command>();
  for (let nth = 1; nth < customers; nth += 2) {
    const of = `c-${nth}`;
    const placed = acts.filter((act) => act.customer === of && act.name === 'OrderPlaced');
    const moment = placed[Math.floor(placed.length / 2)];
    if (moment) found.set(moment, { name: nth % 4 === 1 ? 'CustomerMerged' : 'EraseCustomer', of });
  }
  return found;
}

const ownerBefore = (of: string) => `c-${Number(of.slice(2)) - 1}`;

function wireOf({ name, of }: Command, at: Temporal.Instant) {
  const head = { eventId: `${name} ${of}`, occurredAt: at.toString() };
  const to = ownerBefore(of);
  return name === 'EraseCustomer'
    ? { ...head, customer: { id: of } }
    : { ...head, customer: { id: to }, merge: { from: of, to } };
}

async function played(seed: number) {
  const random = randomOf(seed);
  const { book } = bookOf('shipped', random.fork('scenarios'));
  const settings = simSettings({ book, newerBook: book }, random);
  const world = memoryWorld({ startAt, settings, templates: shortTemplates, keepLogLines: 0 });
  const engine = engineOf(world, book, settings);
  const acts = planStorefront(random.fork('storefront'), { customers, days, startAt });
  const commands = commandsOf(acts);
  const owner = new Map<string, string>();
  const told = new Map<string, StorefrontAct[]>();
  const ownerOf = (id: string) => owner.get(id) ?? id;
  const take = async (name: string, detail: object) => {
    const now = world.clock.now();
    const time = now.toString();
    const body = JSON.stringify({ 'detail-type': name, source: 'storefront', time, detail });
    await takeBusMessage(engine, body, now);
    for (let message = world.intake.take(); message; message = world.intake.take())
      await handleIntake(engine, message);
  };
  for (const act of acts) {
    await world.run(Temporal.Instant.fromEpochMilliseconds(act.at_ms), async () => {});
    const mine = ownerOf(act.customer);
    told.set(mine, [...(told.get(mine) ?? []), act]);
    await take(act.name, act.detail);
    const command = commands.get(act);
    if (!command) continue;
    await take(command.name, wireOf(command, world.clock.now()));
    const hers = told.get(command.of) ?? [];
    told.delete(command.of);
    if (command.name === 'EraseCustomer') continue;
    owner.set(command.of, ownerBefore(command.of));
    told.set(ownerBefore(command.of), [...(told.get(ownerBefore(command.of)) ?? []), ...hers]);
  }
  return { world, settings: engineSettings(settings), told, commands: [...commands.values()] };
}

test.each([1, 2, 3])(
  'seed %i: orders told of two ids are counted once each, and erased ones never again',
  async (seed) => {
    const { world, settings, told, commands } = await played(seed);
    const at = world.clock.now();
    let compared = 0;
    for (const [id, acts] of told) {
      const truth = new StorefrontTruth();
      for (const act of acts) truth.learn({ ...act, customer: id }, act.at_ms);
      if (truth.ordersHeardOf(id).length > ledgerHolds) continue;
      const record = await world.customers.load(id);
      const asked = record && lifecycleAsked(record, { at, settings });
      // An erased id stays erased, whatever comes for it.
      const isErased = commands.some(({ name, of }) => name === 'EraseCustomer' && of === id);
      const { orders, spent } = isErased ? { orders: 0, spent: {} } : truth.bought(id, at.epochMilliseconds);
      expect([id, asked?.orders ?? 0, asked?.spentIn365Days ?? {}]).toEqual([id, orders, spent]);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(4);
    expect(new Set(commands.map(({ name }) => name)).size).toBe(2);
  },
);
