/** `enrol` and `look`: a command to the engine about one customer, or about everybody, through the intake queue. */
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { isEventTrigger } from '../../../shared/core/language/trigger.ts';
import { toEverybody } from '../../../shared/service/intake/spread-store-wide.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import type { DeploymentWith } from '../composition.ts';

interface Enrols {
  readonly customer: string;
  readonly scenario: string;
  /** Tells repeats: the same customer, scenario and key are let in once. */
  readonly key?: string | undefined;
}

/** Lets one customer into a scenario; whether the customer may enter is decided when the message arrives. */
export async function enrol(
  { called, clock, ports }: DeploymentWith<'customers' | 'intake'>,
  { customer, scenario, key }: Enrols,
  scenarios: readonly Scenario[],
): Promise<Report> {
  scenarioForCommand(scenario, scenarios);
  if (!(await ports.customers.load(customer))) {
    throw new OperatorRefusal(`${called} has no customer "${customer}": no event of this customer has come.`);
  }
  const at = (await clock.now()).toString();
  const message = { kind: 'enrol', customer, scenario, key: key ?? `ops-${at}`, at } as const;
  await ports.intake.put([message]);
  const lines = [
    `${called}: asked to let ${customer} into ${scenario}. \`why ${customer}\` says what came of it.`,
  ];
  return { lines, data: message };
}

/** An event's data cannot be made up: its templates would have nothing to say. */
export function scenarioForCommand(id: string, scenarios: readonly Scenario[]): void {
  const versions = scenarios.filter((scenario) => scenario.id === id);
  const newest = versions.toSorted((a, b) => b.version - a.version)[0];
  if (!newest) {
    const known = [...new Set(scenarios.map((scenario) => scenario.id))].sort();
    throw new OperatorRefusal(`There is no scenario "${id}": take one of ${known.join(', ')}.`);
  }
  if (isEventTrigger(newest.trigger)) {
    throw new OperatorRefusal(
      `${id} begins with ${newest.trigger.on} and needs its data: put that event on the bus instead.`,
    );
  }
}

/** Looks at one customer's segments, dates and schedules, or at everybody's. */
export async function orderLook(
  { called, ports }: DeploymentWith<'intake'>,
  customer: string | undefined,
): Promise<Report> {
  const { intake } = ports;
  if (customer !== undefined) await intake.put([{ kind: 'look', customer }]);
  else await toEverybody({ world: { intake } }, { kind: 'look' });
  const whom = customer ?? 'everybody';
  return { lines: [`${called}: ${whom} will be looked at.`], data: { looked: whom } };
}
