/** An order mail of unknown outcome that provably never went: its claim is given back, and one more try is made. */
import type { Temporal } from 'temporal-polyfill';
import { atPresent } from '../../core/enrolments/sleep/to-the-present.ts';
import { alarmsAgain } from '../../core/record/alarm/alarms-owed.ts';
import type { RecentSend } from '../../core/record/recent-send.ts';
import type { Touchpoint } from '../../core/record/touchpoint.ts';
import { isBefore } from '../../core/values/civil-time.ts';
import { type Engine, surroundingsNow } from '../saving/engine.ts';
import { type AfterSavePorts, performAfterSave } from '../saving/perform-after-save.ts';
import { saveCustomer } from '../saving/save-customer.ts';
import { untilSaved } from '../saving/save-race.ts';
import { silentFor } from './send-ports.ts';

/**
 * `settled`: its outcome is known by now. `too-old`: the record remembers it no more. `never`: marketing goes once.
 * `asked-before`: it was given back already, and a try since may have gone.
 */
export type GivenBack = 'asked' | 'settled' | 'too-old' | 'never' | 'asked-before';

type Ports = AfterSavePorts | 'customers';

/**
 * Whether it still may go is decided by the try itself, as always. Asked twice it goes once: a try takes the claim again
 * before it sends.
 *
 * @param by what asks by itself does so once for each mail, however often its word comes
 * @throws `SaveRaceLost`, `NewerRecordShape`: nothing was saved
 */
export async function giveBackUnknown(
  engine: Engine<Ports>,
  { customer: id, id: touchpoint }: Pick<Touchpoint, 'customer' | 'id'>,
  by: 'operator' | 'itself' = 'operator',
): Promise<GivenBack> {
  const { world } = engine;
  const recorded = await world.touchpoints.load(id, touchpoint);
  if (recorded?.state !== 'unknown' || recorded.feedback.delivered || recorded.feedback.bounced)
    return 'settled';
  if (recorded.kind !== 'transactional') return 'never';
  const found = await untilSaved(world.clock, touchpoint, async () => {
    const around = surroundingsNow(engine);
    const loaded = await world.customers.load(id);
    const customer = loaded && atPresent(loaded, around);
    const claim = customer?.sends.find((send) => send.touchpoint === touchpoint && send.state !== 'skipped');
    if (!loaded || !customer || !claim) return undefined;
    if (claim.state === 'resent' && isOfAnotherTry(claim, by, around.at)) return 'asked-before';
    if (claim.state === 'claimed') return { customer: loaded, alarms: alarmsAgain(loaded, around.at) };
    const sends = customer.sends.map((send) =>
      send === claim ? { ...send, state: 'claimed' as const, givenBack: around.at } : send,
    );
    return saveCustomer(world, loaded, { ...customer, sends }, around);
  });
  if (!found) {
    await world.touchpoints.settle({ ...recorded, state: 'skipped', because: 'too-late' });
    return 'too-old';
  }
  if (found === 'asked-before') return found;
  await performAfterSave(engine, found.customer, found.alarms);
  await world.lanes.enqueue(
    'transactional',
    { kind: 'resolve', customer: id, touchpoint, givenBack: true },
    0,
  );
  return 'asked';
}

/** What proves that the first try never went tells nothing of the one that was asked for since. */
const isOfAnotherTry = (
  { givenBack }: RecentSend,
  by: 'operator' | 'itself',
  now: Temporal.Instant,
): boolean => givenBack !== undefined && (by === 'itself' || isBefore(now, givenBack.add(silentFor)));
