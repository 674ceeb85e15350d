/** An order mail of unknown outcome that provably never went: its claim is given back, and one more try is made. */
import { atPresent } from '../../core/enrolments/sleep/to-the-present.ts';
import { alarmsAgain } from '../../core/record/alarms.ts';
import type { Touchpoint } from '../../core/record/touchpoint.ts';
import { type Engine, surroundingsNow } from '../saving/engine.ts';
import { type AfterSavePorts, performAfterSave } from '../saving/perform-after-save.ts';
import { saveCustomer } from '../saving/save-customer.ts';
import { untilSaved } from '../saving/save-race.ts';

/** `settled`: its outcome is known by now. `too-old`: the record remembers it no more. `never`: marketing goes once. */
export type GivenBack = 'asked' | 'settled' | 'too-old' | 'never';

type Ports = AfterSavePorts | 'customers';

/**
 * Whether it still may go is decided by the try itself, as always. Asked twice it goes once: a try takes the claim again
 * before it sends.
 *
 * @throws `SaveRaceLost`, `NewerRecordShape`: nothing was saved
 */
export async function giveBackUnknown(
  engine: Engine<Ports>,
  { customer: id, id: touchpoint }: Pick<Touchpoint, 'customer' | 'id'>,
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
    if (claim.state === 'claimed') return { customer: loaded, alarms: alarmsAgain(loaded, around.at) };
    const sends = customer.sends.map((send) =>
      send === claim ? { ...send, state: 'claimed' as const } : send,
    );
    return saveCustomer(world, loaded, { ...customer, sends }, around);
  });
  if (!found) {
    await world.touchpoints.settle({ ...recorded, state: 'skipped', because: 'too-late' });
    return 'too-old';
  }
  await performAfterSave(engine, found.customer, found.alarms);
  await world.lanes.enqueue(
    'transactional',
    { kind: 'resolve', customer: id, touchpoint, givenBack: true },
    0,
  );
  return 'asked';
}
