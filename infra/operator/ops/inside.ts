/** `inside`: how many customers are in which version of which scenario, and at which step; old versions drain so. */
import { atPresent } from '../../../shared/core/enrolments/sleep/to-the-present.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import { engineSettings } from '../../../shared/settings/engine-settings.ts';
import type { Report } from '../../terminal/report.ts';
import type { DeploymentWith, OpenDeployment } from '../composition.ts';
import { eachCustomer } from '../recovery/everyone.ts';
import { isNotUnderstood } from '../recovery/not-understood.ts';

/** Whoever is in one version of a scenario, by the step they wait at. */
export interface Inside {
  readonly scenario: string;
  readonly version: number;
  /** `newest`; `older`: people finish it; `gone`: this code has it no more, and they wait for code that has. */
  readonly is: 'newest' | 'older' | 'gone';
  readonly customers: number;
  /** Enrolments from which nothing can come as things stand, no consent for what is ahead most often. */
  readonly asleep: number;
  readonly steps: Readonly<Record<string, number>>;
}

/** Counts the open enrolments of these customers. */
export function countInside(customers: Iterable<Customer>, scenarios: readonly Scenario[]): Inside[] {
  const counts = new Counts();
  for (const customer of customers) counts.add(customer);
  return counts.list(scenarios);
}

interface Counted {
  readonly customers: Set<string>;
  asleep: number;
  readonly steps: Record<string, number>;
}

class Counts {
  readonly #versions = new Map<string, Counted>();

  add({ id, enrolments }: Customer): void {
    for (const { scenario, version, step, ended, asleep } of enrolments) {
      if (ended) continue;
      const key = JSON.stringify([scenario, version]);
      const known = this.#versions.get(key) ?? { customers: new Set(), asleep: 0, steps: {} };
      known.customers.add(id);
      if (asleep) known.asleep += 1;
      known.steps[step] = (known.steps[step] ?? 0) + 1;
      this.#versions.set(key, known);
    }
  }

  list(scenarios: readonly Scenario[]): Inside[] {
    return [...this.#versions].sort().map(([key, { customers, asleep, steps }]) => {
      const [scenario, version] = JSON.parse(key) as [string, number];
      const versions = scenarios.filter(({ id }) => id === scenario).map((known) => known.version);
      const is = !versions.includes(version)
        ? 'gone'
        : version === Math.max(...versions)
          ? 'newest'
          : 'older';
      return { scenario, version, is, customers: customers.size, asleep, steps };
    });
  }
}

const together = 20;

/** @param only one scenario's id; all unless given */
export async function inside(
  target: DeploymentWith<'customers' | 'everybody'> & Pick<OpenDeployment, 'book'>,
  only: string | undefined,
  scenarios: readonly Scenario[],
): Promise<Report> {
  const { customers, everybody } = target.ports;
  const counts = new Counts();
  const around = {
    settings: engineSettings(target.settings),
    book: target.book(),
    at: await target.clock.now(),
  };
  let notUnderstood = 0;
  await eachCustomer(
    everybody,
    0,
    async (ids) => {
      for (let start = 0; start < ids.length; start += together) {
        const page = ids.slice(start, start + together).map(async (id) => {
          try {
            const customer = await customers.load(id);
            if (customer) counts.add(atPresent(customer, around));
          } catch (error) {
            if (!isNotUnderstood(error)) throw error;
            notUnderstood += 1;
          }
        });
        await Promise.all(page);
      }
    },
    () => {},
  );
  const found = counts.list(scenarios).filter(({ scenario }) => only === undefined || scenario === only);
  return { lines: [target.called, ...linesOf(found, notUnderstood)], data: { inside: found, notUnderstood } };
}

const means = {
  newest: '',
  older: ', an older version that they finish',
  gone: ', which is not in this code: deploy code that has it',
} as const;

function linesOf(found: readonly Inside[], notUnderstood: number): string[] {
  const lines = found.map(({ scenario, version, is, customers, asleep, steps }) => {
    const where = Object.entries(steps).map(([step, times]) => `${step} ${times}`);
    const sleep = asleep > 0 ? `, ${asleep} of them asleep` : '';
    return `${scenario} version ${version}: ${customers} inside (${where.join(', ')})${sleep}${means[is]}.`;
  });
  if (lines.length === 0) lines.push('Nobody is inside.');
  if (notUnderstood > 0) lines.push(`${notUnderstood} customers were left out: newer code wrote them.`);
  return lines;
}
