/** The one way a decision is saved: what must be true of every save is asked once more, before anything is written. */
import { laidToSleep } from '../../core/enrolments/sleep/to-the-present.ts';
import { tidied } from '../../core/facts/tidy-record.ts';
import type { AroundSave, Broken } from '../../core/promises/invariant.ts';
import { brokenInvariants } from '../../core/promises/invariants.ts';
import { withAlarms } from '../../core/record/alarm/alarms.ts';
import { alarmsSaved } from '../../core/record/alarm/alarms-owed.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { ArmAlarm, ArmTimer, DisarmAlarm } from '../../core/record/effect.ts';
import type { Surroundings } from '../../core/record/surroundings.ts';
import { wakingOf } from '../../core/record/sweep-moment.ts';
import type { World } from '../../ports/world.ts';

/** The record as it was stored, and what its alarms owe: to be armed on every way out. */
export interface Saved {
  readonly customer: Customer;
  readonly alarms: readonly (ArmAlarm | ArmTimer | DisarmAlarm)[];
}

/**
 * The engine was about to do what it must never do. Nothing was saved and nothing sent; the message goes to the dead
 * letters, and can be put back from there once the fault is mended.
 */
export class InvariantBroken extends Error {
  override readonly name = 'InvariantBroken';
  readonly code = 'INVARIANT_BROKEN';
  constructor(broken: readonly Broken[]) {
    const words = [...new Set(broken.map(({ invariant }) => invariant))].join(', ');
    super(`${words}: nothing was saved or sent. Pause the scenario, mend the fault, then redrive.`);
  }
}

/**
 * Saves `after` with its alarms in the place of `before`, on the condition of {@link World.customers}. A broken invariant is counted and
 * logged; a fatal one stops the save. A change of consent that sends nothing is never stopped.
 *
 * @throws {@link InvariantBroken}: nothing was saved
 */
export async function saveCustomer(
  world: Pick<World, 'customers' | 'log' | 'metrics'>,
  before: Customer | undefined,
  decided: Customer,
  around: AroundSave,
): Promise<Saved | 'conflict'> {
  const { book, settings } = around;
  const rested =
    book && settings ? laidToSleep(decided, { book, settings, at: around.walkedTo ?? around.at }) : decided;
  const after = withAlarms(rested, around.at, around.rung, around.later);
  const waking = wakingOf(after);
  const broken = brokenInvariants(before, after, { ...around, waking });
  for (const { invariant, fatal, about } of broken) {
    world.metrics.count('InvariantBroken');
    world.log.error('invariant broken', { invariant, fatal, about });
  }
  const onlyConsent = around.mail === undefined && after.consent !== before?.consent;
  if (!onlyConsent && broken.some(({ fatal }) => fatal)) throw new InvariantBroken(broken);
  const saved = await world.customers.save(after, waking);
  if (saved === 'conflict') return saved;
  return { customer: saved, alarms: alarmsSaved(before, saved, around.at, around.rung) };
}

/**
 * Saves what no decision has written: what was restored, or another's record joined in. The rules for what a decision may write
 * do not hold then, since old claims come along. Its alarms are armed anew by the caller.
 */
export async function saveUndecided(
  world: Pick<World, 'customers'>,
  after: Customer,
  around: Surroundings,
): Promise<Customer | 'conflict'> {
  const next = withAlarms(laidToSleep(tidied(after, around), around), around.at, undefined, 'kept');
  return world.customers.save(next, wakingOf(next));
}
