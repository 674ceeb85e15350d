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

/** What must be the same, as text: entries and how they stand, by the minute, and the mails that went. */
export async function seenOf(
  world: MemoryWorld,
  customer: Customer | undefined,
  around: Surroundings,
): Promise<string> {
  if (!customer) return 'nobody';
  const present = tidied(atPresent(customer, around), around);
  const open = present.enrolments
    .filter(({ ended }) => !ended)
    .map(({ id, scenario }) => `${scenario} ${id} open`);
  const ended = [
    ...present.enrolments.flatMap((one) => (one.ended ? [{ ...one, ...one.ended }] : [])),
    ...present.ended,
  ];
  const told = ended.length < nearBound ? ended : remembered(ended, present, around);
  const over = told.map((one) => `${one.scenario} ${one.id} ${endOf(one)}`);
  const mails = (await world.touchpoints.list(customer.id)).flatMap(({ id, state }) =>
    state === 'sent' ? [`mail ${id}`] : [],
  );
  const facts = [...Object.keys(present.segments), ...present.labels, JSON.stringify(present.categories)];
  return [...open, ...over, ...mails, ...facts].sort().join('\n');
}
