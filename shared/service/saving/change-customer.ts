/** One change of one customer that no event of hers made: load, decide, save, then do what the record now says. */
import { type Applied, finished } from '../../core/enrolments/apply-events.ts';
import type { Decided } from '../../core/enrolments/look.ts';
import { atPresent } from '../../core/enrolments/sleep/to-the-present.ts';
import { isPutOff, rungAlarm } from '../../core/record/alarm/rung-alarm.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { Surroundings } from '../../core/record/surroundings.ts';
import { asLeft, asSaved } from './after-alarms.ts';
import { countNotes } from './count-notes.ts';
import { type Engine, surroundingsNow } from './engine.ts';
import { type AfterSavePorts, performAfterSave } from './perform-after-save.ts';
import { saveCustomer } from './save-customer.ts';
import { untilSaved } from './save-race.ts';
import { waitingFields } from './waiting-fields.ts';

export type ChangePorts = AfterSavePorts | 'customers' | 'contexts';

export interface AskedChange {
  /** Names the work, for the pauses between tries. */
  readonly what: string;
  /** A message of a lane: where it finds nothing to do, it arms what is next. */
  readonly isTimer?: true;
  /** The minute of the alarm by which it came. */
  readonly alarm?: number | undefined;
}

type Decide = (customer: Customer, around: Surroundings) => Decided;

/** Whoever it was is asked and told as the one whose part the record is by now. */
function decideOn(customer: Customer, around: Surroundings, decide: Decide): Decided {
  if (customer.mergedInto === undefined) return decide(customer, around);
  return { customer, changed: false, before: [], notes: [], by: new Set() };
}

/**
 * Decides on the customer until it is saved, and resolves once all that follows is armed and published; doing it again
 * does again what it left to do. Answers what it decided; nothing is decided about somebody unknown, nor on a record that
 * has become part of another's.
 *
 * @throws `SaveRaceLost`, `UnknownScenarioVersion`, `NewerRecordShape`: nothing was saved
 */
export async function changeCustomer(
  engine: Engine<ChangePorts>,
  id: string,
  asked: AskedChange,
  decide: Decide,
): Promise<Applied | 'unknown'> {
  const { world } = engine;
  const outcome = await untilSaved(world.clock, `${id}/${asked.what}`, async () => {
    const customer = await world.customers.load(id);
    if (!customer) return undefined;
    const around = { ...surroundingsNow(engine), ...(await waitingFields(engine, customer)) };
    const { by, ...decided } = decideOn(atPresent(customer, around), around, decide);
    const ready = finished({ ...decided, after: [], isRepeat: false }, by, around);
    const rung = rungAlarm(asked, around.at);
    if (!ready.changed) {
      const { alarm } = asked;
      return asLeft(asked.isTimer ? { ...ready, isRepeat: true } : ready, around.at, { alarm });
    }
    for (const one of ready.before)
      if (one.do === 'context') await world.contexts.put(id, one.enrolment, one.event);
    const saved = await saveCustomer(world, customer, ready.customer, { ...around, rung });
    if (saved === 'conflict') return saved;
    const isRepeat = ready.isRepeat || isPutOff(asked, around.at);
    return asSaved({ ...ready, isRepeat }, saved, around.at);
  });
  if (!outcome) return 'unknown';
  await performAfterSave(engine, outcome.customer, outcome.after);
  if (outcome.notes.length > 0) countNotes(engine, outcome.notes);
  return outcome;
}
