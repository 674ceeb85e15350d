/** Reads what a decision looks at beside the record, and only where the scenario asks for it. */

import { asksFor } from '../../core/language/asks-for.ts';
import { isMessage } from '../../core/language/steps.ts';
import type { KeptOrder } from '../../core/record/orders/kept-order.ts';
import type { Situation } from '../../core/record/situation.ts';
import type { SendingSurroundings } from '../../core/record/surroundings.ts';
import { touchpointId } from '../../core/values/ids.ts';
import type { Engine } from '../saving/engine.ts';
import { entryFields } from '../saving/entry-fields.ts';

type Standing = Pick<Situation, 'scenario' | 'customer' | 'enrolment'>;
type Beside = Pick<SendingSurroundings, 'context' | 'clicked'>;

/** Laps of an enrolment that are looked at for clicks, the newest first. */
const maxLaps = 8;

/**
 * The entry's fields beside the record, and the links she pressed.
 *
 * @param item the order's, where it was read along
 */
export async function readSurroundings(
  engine: Engine<'contexts' | 'orderFacts' | 'touchpoints'>,
  of: Standing,
  item?: KeptOrder,
): Promise<Beside> {
  const { scenario, customer, enrolment } = of;
  const [context, clicked] = await Promise.all([
    entryFields(engine, customer, enrolment, item),
    asksFor(scenario, 'enrolment.clicked') ? clickedSteps(engine, of) : undefined,
  ]);
  return { context, clicked };
}

async function clickedSteps(
  { world }: Engine<'touchpoints'>,
  { scenario, customer: { store, id: customer }, enrolment }: Standing,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const laps = Array.from({ length: maxLaps }, (_, back) => (enrolment.lap ?? 0) - back).filter(
    (lap) => lap >= 0,
  );
  const at = { store, customer, enrolment: enrolment.id };
  const keys = scenario.steps
    .filter(isMessage)
    .flatMap(({ id: step }) => laps.map((lap) => [customer, touchpointId({ ...at, step, lap })] as const));
  const found = await world.touchpoints.loadMany(keys);
  const pressed = found.filter(({ feedback }) => feedback.clicked !== undefined).map(({ step }) => step);
  return new Map([[enrolment.id, [...new Set(pressed)]]]);
}
