/** What must be true at the instant a message is claimed, told from the record before and from what truly happened. */
import type { Temporal } from 'temporal-polyfill';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import { isMessage } from '../../shared/core/language/steps.ts';
import type { Customer, Enrolment } from '../../shared/core/record/customer.ts';
import type { RecentSend } from '../../shared/core/record/recent-send.ts';
import { campaignFault } from './campaign-checks.ts';
import { cartFault } from './cart-checks.ts';
import { contactPolicyFault } from './contact-policy-checks.ts';
import type { Invocation } from './invocation.ts';
import { letterFault } from './letter-checks.ts';
import { messageFault } from './message-checks.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';
import { orderFault } from './order-checks.ts';
import { placeFault } from './place-checks.ts';
import { welcomeFault } from './welcome-checks.ts';

export interface Claim {
  readonly touchpoint: string;
  readonly customer: string;
  readonly kind: 'transactional' | 'marketing';
  /** The invocation. */
  readonly by: string;
  readonly scenario: Scenario;
  readonly order: string | undefined;
  readonly enrolment: string;
  readonly step: string;
  readonly at_ms: number;
  /** When its run began. */
  readonly enteredAt_ms: number | undefined;
  /** The address at that time: it may have bounced before the customer told another. */
  readonly email: string | undefined;
  /** When the message first fell due. */
  readonly since_ms: number;
  readonly isReleased: boolean;
  readonly isResent: boolean;
}

export function claimOf(
  invocation: Invocation,
  customer: Customer,
  send: RecentSend,
  enrolment: Enrolment | undefined,
  scenario: Scenario,
): Claim {
  return {
    touchpoint: send.touchpoint,
    customer: customer.id,
    kind: send.kind,
    enrolment: send.enrolment,
    step: send.step,
    at_ms: send.at.epochMilliseconds,
    by: invocation.id,
    scenario,
    order: enrolment?.order,
    enteredAt_ms: enrolment?.enteredAt.epochMilliseconds,
    email: customer.profile.email,
    since_ms: send.since.epochMilliseconds,
    isReleased: false,
    isResent: false,
  };
}

export interface ClaimMoment {
  readonly invocation: Invocation;
  readonly before: Customer | undefined;
  readonly after: Customer;
  readonly send: RecentSend;
  readonly enrolment: Enrolment | undefined;
  readonly step: number;
  readonly at: Temporal.Instant;
}

const hour_ms = 3_600_000;
/** A timer that comes up to this early counts as due; clocks go up to 20 s wrong beside it. */
const early_ms = 81_000;
const hoursOf = { marketing: 72, transactional: 72 };

export function claimFault(oracle: Oracle, parts: OracleParts, moment: ClaimMoment): void {
  const { send, enrolment, at, after } = moment;
  const who = `${send.scenario}/${send.step} of ${after.id}`;
  const scenario = parts.book.find(send.scenario, send.version);
  const stepDef = scenario.steps.find((other) => other.id === send.step);
  oracle.check('only an open run sends', (!enrolment || enrolment.ended) && `${who}: the run had ended`);
  oracle.check('only a message step sends', !isMessage(stepDef) && who);
  const due_ms = enrolment?.due.epochMilliseconds ?? 0;
  oracle.check(
    'nothing goes before its time',
    at.epochMilliseconds < due_ms - early_ms && `${who} was due ${enrolment?.due}`,
  );
  const isTimed = isMessage(stepDef) && (stepDef.expiry || stepDef.patience);
  const expiry_h = isTimed ? undefined : hoursOf[scenario.kind];
  const age_h = (at.epochMilliseconds - send.since.epochMilliseconds) / hour_ms;
  oracle.check(
    'nothing goes too late',
    expiry_h !== undefined && age_h > expiry_h + 1.1 && `${who} is ${age_h} h old`,
  );
  allowed(oracle, parts, moment, who);
  contactPolicyFault(oracle, parts, moment, who);
  messageFault(oracle, parts, moment, who);
  orderFault(oracle, parts, moment, who);
  cartFault(oracle, parts, moment, who);
  welcomeFault(oracle, parts, moment, who);
  placeFault(oracle, parts, moment, who);
  letterFault(oracle, parts, moment, who);
  campaignFault(oracle, parts, moment, who);
  const moved = after.enrolments.find((enrolment) => enrolment.id === send.enrolment);
  const isMoved = moved === undefined || moved.ended !== undefined || moved.arm > (enrolment?.arm ?? 0);
  oracle.check('a claim moves the run on', !isMoved && who);
}

/** What must be so for a first try and for a second one. */
export function allowed(oracle: Oracle, parts: OracleParts, moment: ClaimMoment, who: string): void {
  const { truth, isPaused } = parts;
  const { invocation, before, send, enrolment } = moment;
  const customer = moment.after.id;
  const since = invocation.readAt.get(customer) ?? 0;
  const scenario = parts.book.find(send.scenario, send.version);
  if (scenario.kind === 'marketing') {
    const step = scenario.steps.filter(isMessage).find(({ id }) => id === send.step);
    const may = truth.storefront.maySendMarketing(customer, step?.topic ?? scenario.topic, send.channel);
    oracle.check('no marketing without consent', !may && who);
  }
  const email = before?.profile.email;
  const isSuppressed = email !== undefined && truth.isSuppressed(email, send.kind, since);
  // What goes by another channel needs no address.
  const byMail = send.channel === undefined;
  oracle.check('no mail to a suppressed address', byMail && isSuppressed && who);
  const { order } = enrolment ?? {};
  const isKnown = order !== undefined && before?.orders.some((entry) => entry.id === order);
  oracle.check(
    'no mail after an exit',
    isKnown && truth.isOver(scenario, customer, order) && `${who}: ${order} was over`,
  );
  oracle.check('no mail while paused', isPaused(send.kind, send.scenario, invocation) && who);
}
