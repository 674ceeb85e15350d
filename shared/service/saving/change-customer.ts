/** One change of one customer that no event of hers made: load, decide, save, then do what the record now says. */
import { type Applied, finished } from '../../core/enrolments/apply-events.ts';
import type { Decided } from '../../core/enrolments/look.ts';
import type { Customer } from '../../core/record/customer.ts';
import type { Surroundings } from '../../core/record/surroundings.ts';
import { countNotes } from './count-notes.ts';
import type { Engine } from './engine.ts';
import { performAfterSave } from './perform-after-save.ts';
import { saveCustomer } from './save-customer.ts';
import { untilSaved } from './save-race.ts';

export type ChangePorts =
  | 'clock'
  | 'customers'
  | 'contexts'
  | 'touchpoints'
  | 'timers'
  | 'lanes'
  | 'bus'
  | 'keys'
  | 'log'
  | 'metrics';

/**
 * Decides on the customer until it is saved, and resolves once all that follows is armed and published; doing it again
 * does again what it left to do. Answers what it decided; nothing is decided about somebody unknown.
 *
 * @param what names the work, for the pauses between tries
 * @throws `SaveRaceLost`, `UnknownScenarioVersion`, `NewerRecordShape`: nothing was saved
 */
export async function changeCustomer(
  engine: Engine<ChangePorts>,
  id: string,
  what: string,
  decide: (customer: Customer, around: Surroundings) => Decided,
): Promise<Applied | 'unknown'> {
  const { world } = engine;
  const outcome = await untilSaved(world.clock, `${id}/${what}`, async () => {
    const customer = await world.customers.load(id);
    if (!customer) return undefined;
    const around = { settings: engine.decisions, book: engine.book, at: world.clock.now() };
    const { by, ...decided } = decide(customer, around);
    const ready = finished({ ...decided, after: [] }, by, around);
    if (!ready.changed) return ready;
    for (const { enrolment, event } of decided.before) await world.contexts.put(id, enrolment, event);
    const saved = await saveCustomer(world, customer, ready.customer, around);
    return saved === 'conflict' ? saved : ready;
  });
  if (!outcome) return 'unknown';
  await performAfterSave(engine, outcome.customer, outcome.after);
  if (outcome.notes.length > 0) countNotes(engine, outcome.notes);
  return outcome;
}
