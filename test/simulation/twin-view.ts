/** What must be the same of a customer in both of two stores that are played beside each other. */
import { atPresent } from '../../shared/core/enrolments/sleep/to-the-present.ts';
import { remembered } from '../../shared/core/facts/ended-memory.ts';
import { tidied } from '../../shared/core/facts/tidy-record.ts';
import type { Customer, EndedEnrolment } from '../../shared/core/record/customer.ts';
import type { Surroundings } from '../../shared/core/record/surroundings.ts';
import type { Because } from '../../shared/core/values/because.ts';
import { minuteOf } from '../../shared/core/values/minute.ts';
import type { MemoryWorld } from '../../shared/memory/memory-world.ts';

const atOnce_ms = 2 * 3_600_000;
/** Of so many endings of a day not all stay whole, and which do follows from the saves there were: then those that must be remembered are asked. */
const nearBound = 20;

/** How a walk ends an enrolment. */
const byWalk: readonly Because[] = ['completed', 'exit-step', 'exit-rule', 'order-undone', 'never-arrived'];

/** Of who is let in and out in one moment it is chance whether another's step of that moment came before. */
function endOf({ because, at, enteredAt }: EndedEnrolment): string {
  const isAtOnce = at.epochMilliseconds - enteredAt.epochMilliseconds < atOnce_ms;
  return `${isAtOnce && byWalk.includes(because) ? 'at once' : because} ${minuteOf(at)}`;
}

/**
 * By its id what a run counts, of both stores: one of a key bears another id where a save before has let go of memories, and there are
 * more saves awake. Kept from one question to the next, for a mail is known for longer than its run.
 */
export type KnownRuns = Map<string, string>;

/** To be told of both before either is looked at: the one may have let go of a run already that the other has. */
export function learnRuns(runs: KnownRuns, customer: Customer | undefined): void {
  for (const { id, scenario, key } of [...(customer?.enrolments ?? []), ...(customer?.ended ?? [])])
    runs.set(id, `${scenario} ${key}`);
}

/** What must be the same, as text: entries and how they stand, by the minute, and the mails that went. */
export async function seenOf(
  world: Pick<MemoryWorld, 'touchpoints'>,
  customer: Customer | undefined,
  around: Surroundings,
  runs: KnownRuns,
): Promise<string> {
  if (!customer) return 'nobody';
  const present = tidied(atPresent(customer, around), around);
  const open = present.enrolments
    .filter(({ ended }) => !ended)
    .map(({ scenario, key }) => `${scenario} ${key} open`);
  const ended = [
    ...present.enrolments.flatMap((one) => (one.ended ? [{ ...one, ...one.ended }] : [])),
    ...present.ended,
  ];
  const told = ended.length < nearBound ? ended : remembered(ended, present, around);
  const over = told.map((one) => `${one.scenario} ${one.key} ${endOf(one)}`);
  const mails = (await world.touchpoints.list(customer.id)).flatMap(({ enrolment, scenario, step, state }) =>
    state === 'sent' ? [`mail ${runs.get(enrolment) ?? scenario} ${step}`] : [],
  );
  const facts = [...Object.keys(present.segments), ...present.labels, JSON.stringify(present.categories)];
  return [...open, ...over, ...mails, ...facts].sort().join('\n');
}
