/**
 * Customers who get no message so that the others can be compared with them: by hash, the same ones each time. On which side
 * an enrolment stands is decided as it begins, and stays: a setting that changes later moves nobody who is inside.
 */
import type { Scenario } from '../language/scenario.ts';
import type { Customer } from '../record/customer.ts';
import type { EngineSettings } from '../record/engine-settings.ts';
import type { Because } from '../values/because.ts';
import { fraction } from '../values/ids.ts';
import type { Side } from '../values/side.ts';

type KeptOut = Extract<Because, 'control-group' | 'holdout'>;

/** The side of an enrolment that begins now; order mail has none. */
export function sideAtEntry(
  scenario: Scenario,
  customer: Customer,
  settings: EngineSettings,
): Side | undefined {
  return scenario.kind === 'marketing' ? sideByHash(scenario, customer, settings) : undefined;
}

/**
 * Why she is left out of this scenario's marketing, where she is.
 *
 * @param side of her enrolment; one of before sides were kept has none, and is asked by the hash
 */
export function isKeptOut(
  scenario: Scenario,
  customer: Customer,
  settings: EngineSettings,
  side: Side | undefined,
): KeptOut | undefined {
  if (scenario.kind !== 'marketing') return undefined;
  return becauseOf[side ?? sideByHash(scenario, customer, settings)];
}

const becauseOf: Readonly<Record<Side, KeptOut | undefined>> = {
  treated: undefined,
  holdout: 'holdout',
  control: 'control-group',
};

/** Of fewer a tenth tells nothing, and costs sales. */
const enoughAYear = 3000;
const auto_percent = 10;

/** `auto`: a tenth, where so many enter the scenario in a year as a comparison needs. */
function percentHeldOut(
  { id, holdout = 0 }: Pick<Scenario, 'id' | 'holdout'>,
  entrantsAYear: EngineSettings['entrantsAYear'],
): number {
  if (holdout !== 'auto') return holdout;
  return (entrantsAYear?.[id] ?? 0) >= enoughAYear ? auto_percent : 0;
}

function sideByHash(
  scenario: Scenario,
  { store, id: customer }: Customer,
  { controlGroup_percent, entrantsAYear }: EngineSettings,
): Side {
  const { id } = scenario;
  const holdout = percentHeldOut(scenario, entrantsAYear);
  const group = controlGroup_percent > 0 ? fraction(['control-group', store, customer]) * 100 : 100;
  if (group < controlGroup_percent) return 'control';
  const held = holdout > 0 ? fraction(['holdout', store, customer, id]) * 100 : 100;
  return held < holdout ? 'holdout' : 'treated';
}
