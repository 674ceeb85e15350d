/** Gives a claim back, by one save, when the mail service certainly did not take the message. */
import { advance } from '../../core/enrolments/advance.ts';
import { restOfWalk } from '../../core/enrolments/after-save.ts';
import { atPresent } from '../../core/enrolments/sleep/to-the-present.ts';
import { alarmsAgain } from '../../core/record/alarm/alarms-owed.ts';
import type { NotSent } from '../../core/record/mail.ts';
import type { Touchpoint } from '../../core/record/touchpoint.ts';
import { surroundingsNow } from '../saving/engine.ts';
import { performAfterSave } from '../saving/perform-after-save.ts';
import { saveCustomer } from '../saving/save-customer.ts';
import { untilSaved } from '../saving/save-race.ts';
import type { Sending } from './send-ports.ts';

/** Releases the claim of `touchpoint`; its step is tried again, held, or ended, by the reason. */
export async function release(sending: Sending, touchpoint: Touchpoint, because: NotSent): Promise<void> {
  const { world } = sending;
  const released = await untilSaved(world.clock, touchpoint.id, async () => {
    const around = surroundingsNow(sending);
    const loaded = await world.customers.load(touchpoint.customer);
    const customer = loaded && atPresent(loaded, around);
    const enrolment = customer?.enrolments.find((e) => e.id === touchpoint.enrolment);
    if (!loaded || !customer || !enrolment) return undefined;
    const scenario = sending.book.find(enrolment.scenario, enrolment.version);
    const input = { kind: 'refusal', touchpoint: touchpoint.id, because, around } as const;
    const advanced = advance({ scenario, customer, enrolment }, input);
    const rest = restOfWalk(advanced.effects);
    if (advanced.customer === customer) {
      return { advanced, after: [...rest, ...alarmsAgain(customer, around.at)] };
    }
    const saved = await saveCustomer(world, loaded, advanced.customer, around);
    if (saved === 'conflict') return saved;
    const after = [...rest, ...saved.alarms];
    return { advanced: { ...advanced, customer: saved.customer }, after };
  });
  world.metrics.count('Refused');
  world.log.warn('not sent', { because, touchpoint: touchpoint.id, scenario: touchpoint.scenario });
  if (!released) return settleAlone(sending, touchpoint, because);
  const { advanced, after } = released;
  await performAfterSave(sending, advanced.customer, after);
  for (const effect of advanced.effects) {
    if (effect.do !== 'record') continue;
    const lost = effect.touchpoint.state === 'unknown';
    world.metrics.count(lost ? 'Unknown' : 'Skipped', 1, touchpoint.scenario);
  }
}

/**
 * The enrolment is gone from the record, and nobody will try again: the outcome is written down here. Where this was the
 * second try, the first may have gone: that stays unknown until the mail service tells.
 */
async function settleAlone({ world }: Sending, touchpoint: Touchpoint, because: NotSent): Promise<void> {
  const isSecond = touchpoint.because === 'sent-once-more';
  const outcome = isSecond
    ? ({ state: 'unknown', because: 'outcome-unknown' } as const)
    : ({ state: 'skipped', because } as const);
  await world.touchpoints.settle({ ...touchpoint, ...outcome });
  world.metrics.count(isSecond ? 'Unknown' : 'Skipped', 1, touchpoint.scenario);
}
