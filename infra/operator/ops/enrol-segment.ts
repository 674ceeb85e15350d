/** `enrol --segment`: who is in a segment already is let into the scenario that begins with it, so many a day. */
import { entryOfCommand } from '../../../shared/core/enrolments/enter-entry.ts';
import { refusal } from '../../../shared/core/enrolments/enter-refusal.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import type { Surroundings } from '../../../shared/core/record/surroundings.ts';
import { engineSettings } from '../../../shared/settings/engine-settings.ts';
import { OperatorRefusal, WrongUsage } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import type { DeploymentWith, OpenDeployment } from '../composition.ts';
import { everyRecord } from '../recovery/every-record.ts';
import { daysInWords, Pacing, perDayOf } from '../recovery/pacing.ts';
import { scenarioForCommand } from './enrol.ts';

interface Asked {
  readonly segment: string;
  /** The one that begins with the segment unless given. */
  readonly scenario: string | undefined;
  readonly key: string | undefined;
  /** `200/day`. */
  readonly paced: string | undefined;
  readonly dryRun: boolean;
}

type Enrolling = DeploymentWith<'customers' | 'everybody' | 'intake'> & Pick<OpenDeployment, 'book'>;

/**
 * Lets in whoever has a turn today, and says when the others have theirs: typed again on another day it goes on, and
 * typed again on the same day it lets in nobody besides.
 */
export async function enrolSegment(
  target: Enrolling,
  asked: Asked,
  scenarios: readonly Scenario[],
): Promise<Report> {
  const { called, clock, ports, settings } = target;
  const perDay = asked.paced === undefined ? undefined : perDayOf(asked.paced);
  if (asked.paced !== undefined && perDay === undefined)
    throw new WrongUsage(`--paced takes so many a day, such as 200/day, not "${asked.paced}".`);
  const book = target.book();
  if (!book.segments.some(({ name }) => name === asked.segment))
    throw new OperatorRefusal(
      `There is no segment "${asked.segment}": take one of ${book.segments.map(({ name }) => name).join(', ')}.`,
    );
  const scenario = scenarioFor(asked, book.current);
  scenarioForCommand(scenario.id, scenarios);
  const now = await clock.now();
  const around = { settings: engineSettings(settings), book, at: now };
  const key = asked.key ?? `segment-${asked.segment}`;
  const today = now.toZonedDateTimeISO(settings.timeZone).toPlainDate();
  const found = { ids: [] as string[], before: 0, today: 0, out: {} as Record<string, number> };
  const notUnderstood = await everyRecord(ports, around, (customer) => {
    const run = [...customer.enrolments, ...customer.ended].find(
      (one) => one.scenario === scenario.id && one.key === key,
    );
    if (run) {
      found.before += 1;
      if (run.enteredAt.toZonedDateTimeISO(settings.timeZone).toPlainDate().equals(today)) found.today += 1;
      return;
    }
    if (!Object.hasOwn(customer.segments, asked.segment)) return;
    const because = shutOut(customer, scenario, around, key);
    if (because === undefined) found.ids.push(customer.id);
    else found.out[because] = (found.out[because] ?? 0) + 1;
  });
  const pacing = new Pacing(today, perDay, new Map([[today.toString(), found.today]]));
  const turns = found.ids.sort().map((customer) => ({ customer, day: pacing.next() }));
  const first = turns.filter(({ day }) => day.equals(today));
  const at = now.toString();
  if (!asked.dryRun)
    await ports.intake.put(
      first.map(({ customer }) => ({ kind: 'enrol', customer, scenario: scenario.id, key, at }) as const),
    );
  const left = turns.length - first.length;
  return {
    lines: [
      called,
      `${turns.length} of ${asked.segment} can come into ${scenario.id}; ${found.before} came in before.`,
      ...Object.entries(found.out).map(([because, count]) => `  ${count} cannot: ${because}`),
      ...daysInWords(turns.map(({ day }) => day)),
      ...(notUnderstood > 0 ? [`${notUnderstood} customers were left out: newer code wrote them.`] : []),
      asked.dryRun ? 'Nobody was let in: --dry-run.' : `${first.length} are let in now.`,
      ...(left > 0 && !asked.dryRun ? [`${left} wait for their day: type it again each day.`] : []),
    ],
    data: {
      segment: asked.segment,
      scenario: scenario.id,
      key,
      canEnter: turns.length,
      before: found.before,
      now: asked.dryRun ? 0 : first.length,
      today: first.length,
      left,
      out: found.out,
      notUnderstood,
    },
  };
}

/** What waits for a day after the last order begins for nobody who was past it when the store went live. */
const byDate: Readonly<Record<string, string>> = { dormant: 'win-back', churned: 'win-back' };

function scenarioFor({ segment, scenario }: Asked, current: readonly Scenario[]): Scenario {
  const beginsWith = ({ trigger }: Scenario) =>
    'when' in trigger && trigger.when === 'entered' && trigger.segment === segment;
  const named = scenario ?? (current.some(beginsWith) ? undefined : byDate[segment]);
  const fitting = current.filter((one) => (named === undefined ? beginsWith(one) : one.id === named));
  const [one, ...more] = fitting;
  if (one && more.length === 0) return one;
  const names = fitting.map(({ id }) => id).join(', ');
  throw new OperatorRefusal(
    one
      ? `More than one scenario begins with ${segment}: name one of ${names} by --scenario.`
      : `No scenario ${named === undefined ? `begins with ${segment}` : `is called "${named}"`}: name one by --scenario.`,
  );
}

function shutOut(customer: Customer, scenario: Scenario, around: Surroundings, key: string) {
  const command = {
    kind: 'enrol',
    customer: customer.id,
    scenario: scenario.id,
    key,
    at: around.at.toString(),
  } as const;
  return refusal({ scenario, customer, around }, entryOfCommand(scenario, command));
}
