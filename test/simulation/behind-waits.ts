/** Which messages of a scenario come only after a wait for an arrival, or for the end of a supply: by the steps alone. */
import type { Scenario } from '../../shared/core/language/scenario.ts';
import type { Step } from '../../shared/core/language/steps.ts';
import { fallsThrough, targetsOf } from '../../shared/core/language/ways.ts';

/** What a message supposes: so many days after it, at that hour of the wall where one is named. */
export interface Supposed {
  readonly what: 'arrival' | 'supply';
  readonly day: number;
  readonly at: string | undefined;
}

const known = new WeakMap<Scenario, ReadonlyMap<string, readonly Supposed[]>>();

/** Of a step: the latest wait of each kind that every way to it passes. */
export function supposedBy(scenario: Scenario, step: string): readonly Supposed[] {
  const all = known.get(scenario) ?? allSupposed(scenario);
  known.set(scenario, all);
  return all.get(step) ?? [];
}

function allSupposed(scenario: Scenario): ReadonlyMap<string, readonly Supposed[]> {
  const waits = scenario.steps.flatMap((step) => supposition(step) ?? []);
  return new Map(
    scenario.steps.map(({ id }) => [id, waits.filter((wait) => !isReached(scenario, id, wait))]),
  );
}

function supposition(step: Step): Supposed | undefined {
  if (step.kind !== 'wait') return undefined;
  if ('until' in step && step.until.after === 'arrived')
    return { what: 'arrival', day: step.until.day, at: step.until.at };
  if (!('date' in step) || step.date !== 'customer.supplyEndsAt') return undefined;
  const { days = 0, hours = 0 } = step.offset ?? {};
  return { what: 'supply', day: days + Math.min(0, hours / 24), at: undefined };
}

/** Its stores choose no rhythm: ways that a rhythm alone takes are closed. */
const inClassic = (step: Step): Step =>
  step.kind === 'branch'
    ? { ...step, when: step.when.filter((way) => !JSON.stringify(way).includes('"enrolment.rhythm"')) }
    : step;

/** True where a way leads to the step that passes no wait for as late a day of that kind. */
function isReached({ steps }: Scenario, target: string, { what, day }: Supposed): boolean {
  const isClosed = (step: Step) => {
    const wait = supposition(step);
    return wait !== undefined && wait.what === what && wait.day >= day;
  };
  const reached = new Set<string>();
  const open = steps.slice(0, 1);
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (reached.has(step.id)) continue;
    reached.add(step.id);
    // To stand at a wait is to have come to it, not to have passed it.
    if (isClosed(step)) continue;
    const named = targetsOf(inClassic(step));
    open.push(...steps.filter(({ id }) => named.includes(id)));
    const next = steps[steps.indexOf(step) + 1];
    if (fallsThrough(step) && next) open.push(next);
  }
  return reached.has(target);
}
