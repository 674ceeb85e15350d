/** What a message is asked at the moment of its claim beside manners: questions, states of exit, comparison groups, numbers. */
import { exitStates } from '../../shared/core/language/exit-rules.ts';
import type { Filter } from '../../shared/core/language/filter.ts';
import { isMessage } from '../../shared/core/language/steps.ts';
import type { Customer } from '../../shared/core/record/customer.ts';
import type { LedgerOrder } from '../../shared/core/record/orders/ledger-entry.ts';
import type { ClaimMoment } from './claim-checks.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';
import { seriesFault } from './series-checks.ts';
import { isInControlGroup, isInHoldout } from './sharing.ts';

export function messageFault(oracle: Oracle, parts: OracleParts, moment: ClaimMoment, who: string): void {
  const { send, after } = moment;
  const scenario = parts.book.find(send.scenario, send.version);
  const step = scenario.steps.filter(isMessage).find(({ id }) => id === send.step);
  const isOut = exitStates(scenario).some((state) => plainAnswer(state, after) === true);
  oracle.check('no mail in a state that ends the story', isOut && who);
  if (step?.when)
    oracle.check('a message asks its own question', plainAnswer(step.when, after) === false && who);
  // Of who was two, an enrolment stands on the side that its own id of then had.
  if (scenario.kind === 'marketing' && after.aliases.length === 0) {
    oracle.check('who is held out gets nothing', !step?.promised && isInHoldout(after, scenario) && who);
    oracle.check('the control group gets nothing', isInControlGroup(after, parts.settings) && who);
  }
  if (step?.kind === 'series') seriesFault(oracle, parts, moment, step, who);
}

/** Answers the plainest questions by itself; undefined for all others. */
function plainAnswer(filter: Filter, { labels, lifecycle, orders }: Customer): boolean | undefined {
  if (!('the' in filter)) return undefined;
  const { the, ...asked } = filter as { the: string; is?: unknown; atLeast?: number };
  if (Object.keys(asked).length !== 1) return undefined;
  if (the === 'customer.labels' && typeof asked.is === 'string') return labels.includes(asked.is);
  if (the === 'customer.lifecycle.orders' && asked.atLeast !== undefined)
    return orders.some(mayLapse) ? undefined : lifecycle.orders >= asked.atLeast;
  return undefined;
}

/** Of an order whose payment may be over with, time alone says whether it counts. */
const mayLapse = ({ timing, paidAt, seen }: LedgerOrder): boolean =>
  (timing === 'before' && paidAt === undefined) || seen.includes('PaymentFailed');
