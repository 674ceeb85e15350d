/** What must be true of a run that has just begun, and of who waits to begin one. */
import type { Customer, Enrolment } from '../../shared/core/record/customer.ts';
import { campaignEntryFaults } from './campaign-checks.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';
import { orderEntryFault } from './order-checks.ts';
import { shareOf } from './sharing.ts';
import { waitingFaults } from './waiting-checks.ts';

export function entryFaults(
  oracle: Oracle,
  parts: OracleParts,
  before: Customer | undefined,
  after: Customer,
): void {
  waitingFaults(oracle, parts, before, after);
  campaignEntryFaults(oracle, parts, after);
  // The runs of another's record come over as they are.
  if (after.aliases.length > (before?.aliases.length ?? 0)) return;
  const earlier = new Set(before?.enrolments.map(({ id }) => id));
  for (const enrolment of after.enrolments)
    if (!earlier.has(enrolment.id)) entryFault(oracle, parts, after, enrolment);
}

function entryFault(oracle: Oracle, parts: OracleParts, customer: Customer, enrolment: Enrolment): void {
  const { book, truth } = parts;
  const scenario = book.find(enrolment.scenario, enrolment.version);
  const { enabled, group, kind, limit, trigger } = scenario;
  const who = `${customer.id} ${enrolment.scenario} ${enrolment.key}`;
  oracle.check('a disabled scenario lets nobody in', enabled === false && who);
  const { order } = enrolment;
  const isKnown = order !== undefined && customer.orders.some(({ id }) => id === order);
  const isOver = isKnown && !enrolment.ended && truth.isOver(scenario, customer.id, order);
  oracle.check('nobody is let in for an order that is over', isOver && `${who}: ${order}`);
  if (!enrolment.ended) orderEntryFault(oracle, parts, customer, { scenario, order, who });
  const others = customer.enrolments.filter((other) => !other.ended && other.id !== enrolment.id);
  if (group !== undefined) {
    const beside = others.find(
      (other) =>
        other.scenario !== enrolment.scenario && book.find(other.scenario, other.version).group === group,
    );
    oracle.check(
      'of a group one runs at a time',
      !enrolment.ended && beside && `${who} beside ${beside.scenario}`,
    );
  }
  if (limit?.percent !== undefined) {
    const share = shareOf(['limit', customer.store, customer.id, enrolment.scenario]) * 100;
    oracle.check('a limit lets in its share alone', share >= limit.percent && `${who}: ${share} %`);
  }
  const atOnce = others.filter(({ scenario }) => scenario === enrolment.scenario).length + 1;
  // No number holds order mail back.
  if (trigger.atMost !== undefined && kind === 'marketing')
    oracle.check(
      'no more at once than a trigger says',
      !enrolment.ended && atOnce > trigger.atMost && `${who}: ${atOnce}`,
    );
  if (trigger.whileRunning !== 'parallel')
    oracle.check('what does not run in parallel runs once', !enrolment.ended && atOnce > 1 && who);
  const key = `${customer.id}\n${enrolment.scenario}`;
  if (trigger.oncePer === 'ever')
    oracle.check('once in her life is once', oracle.memory.lives.has(key) && who);
  oracle.memory.lives.add(key);
}
