/** Who waits for a group, told from the records before and after a save and from the scenarios alone. */
import type { Scenario } from '../../shared/core/language/scenario.ts';
import type { Customer, Enrolment } from '../../shared/core/record/customer.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';

const mostOpen = 24;
const hour_ms = 3_600_000;

export function waitingFaults(
  oracle: Oracle,
  parts: OracleParts,
  before: Customer | undefined,
  after: Customer,
): void {
  const waiting = after.waiting ?? [];
  const names = waiting.map(({ scenario }) => scenario);
  oracle.check(
    'of a scenario one entry waits',
    new Set(names).size < names.length && `${after.id}: ${names}`,
  );
  for (const waiter of waiting) {
    const who = `${after.id} ${waiter.scenario} ${waiter.key}`;
    const scenario = newestOf(parts, waiter.scenario);
    oracle.check('only who may wait waits', scenario && scenario.whenTaken !== 'wait' && who);
    if (!scenario || after.mergedInto !== undefined) continue;
    const older = before?.waiting?.find((one) => one.scenario === waiter.scenario);
    if (older?.word === waiter.word) {
      oracle.check(
        'what waits stays as it came',
        older.at.epochMilliseconds !== waiter.at.epochMilliseconds && who,
      );
    } else if (after.aliases.length === (before?.aliases.length ?? 0)) {
      oracle.check(
        'of two entries the newer waits',
        older && waiter.at.epochMilliseconds < older.at.epochMilliseconds && who,
      );
      oracle.check(
        'what waits was fresh as it came',
        isStale(parts, scenario, waiter.at.epochMilliseconds) && who,
      );
    }
    oracle.check(
      'nobody waits where the place is free',
      holdersOf(parts, after, scenario).length === 0 && who,
    );
  }
  for (const waiter of before?.waiting ?? []) letInFault(oracle, parts, waiter, before, after);
}

/** Whoever was let in after a wait counts from that save; the watched one comes to nothing with its order alone. */
function letInFault(
  oracle: Oracle,
  parts: OracleParts,
  { scenario, key, order, word }: NonNullable<Customer['waiting']>[number],
  before: Customer | undefined,
  after: Customer,
): void {
  if (after.waiting?.some((one) => one.scenario === scenario)) return;
  if (!before || before.waiting === undefined || after.mergedInto !== undefined) return;
  const who = `${after.id} ${scenario} ${key} ${word}`;
  const wasThere = new Set(before.enrolments.map(({ id }) => id));
  const begun = after.enrolments.find((one) => one.scenario === scenario && !wasThere.has(one.id));
  if (!begun) {
    const isLost = scenario === 'watched-patient' && mustGoOn(parts, after, order);
    oracle.check('who waits is let in, unless the order came to nothing', isLost && who);
    return;
  }
  if (begun.key !== key) return;
  // Clocks differ by seconds, and a save that lost its race decides again.
  const late_ms = parts.now().at.epochMilliseconds - begun.enteredAt.epochMilliseconds;
  oracle.check('who waited counts from the save that let in', Math.abs(late_ms) > hour_ms / 6 && who);
}

/** The order, which is all that it hangs on, is known whole and good. */
function mustGoOn(
  { truth, now }: OracleParts,
  { id, aliases, orders, enrolments }: Customer,
  order: string | undefined,
) {
  const isErased = enrolments.some(({ ended }) => ended?.because === 'erased');
  const model = order === undefined ? undefined : truth.storefront.order(id, order);
  if (!model || aliases.length > 0 || isErased || !orders.some((one) => one.id === order)) return false;
  const at_ms = now().at.epochMilliseconds;
  return !model.isOff(at_ms - hour_ms) && !model.isOff(at_ms + hour_ms);
}

/** True where an entry waits for the end of this enrolment: its timers come. */
export function isWaitedFor(parts: OracleParts, customer: Customer, enrolment: Enrolment): boolean {
  return (customer.waiting ?? []).some(({ scenario }) => {
    const waited = newestOf(parts, scenario);
    return waited !== undefined && holdersOf(parts, customer, waited).includes(enrolment);
  });
}

function holdersOf({ book }: OracleParts, { enrolments }: Customer, waited: Scenario): Enrolment[] {
  const open = enrolments.filter(
    (one) => !one.ended && book.find(one.scenario, one.version).kind === 'marketing',
  );
  if (open.length >= mostOpen) return open;
  return enrolments.filter(
    (one) =>
      !one.ended &&
      (one.scenario === waited.id || book.find(one.scenario, one.version).group === waited.group),
  );
}

const newestOf = ({ book }: OracleParts, id: string) => book.current.find((one) => one.id === id);

function isStale({ settings, now }: OracleParts, { trigger }: Scenario, at_ms: number): boolean {
  const { days = 0, hours = 0, minutes = 0 } = trigger.freshness ?? { hours: settings.freshnessHours };
  const span_ms = (days * 24 + hours + minutes / 60) * hour_ms;
  // An event is taken up to some minutes after it lay in the queue.
  return now().at.epochMilliseconds - at_ms > span_ms + hour_ms;
}
