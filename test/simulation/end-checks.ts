/** What must be true once faults have stopped and everything has drained: nothing lost, all told, all counted. */

import { isMessage } from '../../shared/core/language/steps.ts';
import type { Customer } from '../../shared/core/record/customer.ts';
import type { RecordedTouchpoint } from '../../shared/core/record/touchpoint.ts';
import type { MemoryWorld } from '../../shared/memory/memory-world.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { checkCampaigns } from './campaign-checks.ts';
import type { CampaignModel } from './campaign-model.ts';
import { checkErased } from './join-checks.ts';
import type { Oracle } from './oracle.ts';
import { checkOrders, freshFor_ms } from './recount-checks.ts';
import type { SimQueue } from './sim-queue.ts';
import { checkWatched } from './watched-checks.ts';
import { checkWelcomes } from './welcome-checks.ts';

export interface EndParts {
  readonly oracle: Oracle;
  readonly memory: MemoryWorld;
  readonly campaigns: CampaignModel;
  /** No fault was ever dealt. */
  readonly isFair: boolean;
  readonly customers: readonly Customer[];
  readonly queues: Readonly<Record<string, SimQueue>>;
  /** The ids of all events that were put on the bus. */
  readonly put: ReadonlySet<string>;
  readonly now_ms: number;
  /** How long the rounds take to come through all records. */
  readonly roundHours: number;
  readonly settings: Settings;
  /** Random scenarios may ask for messages that their events cannot fill: such letters lie there rightly. */
  readonly drawsScenarios: boolean;
  /** Message ids of mails whose "Email Sent" never came. */
  readonly untold: ReadonlySet<string>;
}

/** Marketing mails whose outcome nobody could tell: the only loss the contract allows, and it is counted. */
export interface EndCounts {
  readonly unknown: number;
  readonly lostUnknown: number;
  readonly sentOnceMore: number;
}

/** After so long even the sweep must have found it: order mail by its index, all else by the rounds. */
const patience_ms = 3 * 3_600_000;

export function checkTheEnd(parts: EndParts): EndCounts {
  const { oracle, memory, customers, queues, put } = parts;
  for (const [name, queue] of Object.entries(queues)) {
    oracle.check('every queue drains', queue.size > 0 && `${name} holds ${queue.size}`);
    const letter = queue.dead.find(
      ({ reason }) => !(parts.drawsScenarios && reason.startsWith('MailNotRendered')),
    );
    oracle.check(
      'no dead letter is left',
      letter && `${name}: ${letter.reason}: ${letter.body.slice(0, 200)}`,
    );
  }
  for (const id of put) oracle.check('every event is taken in', !oracle.truth.hasLearnt(id) && id);
  const touchpoints = new Map(memory.touchpoints.all().map((one) => [one.id, one]));
  for (const customer of customers) checkCustomer(parts, customer);
  for (const customer of customers) checkOrders(parts, customer);
  checkWelcomes(oracle);
  checkCampaigns({ ...parts, touchpoints: [...touchpoints.values()] });
  checkErased(oracle, memory);
  const isErased = (touchpoint: string) =>
    oracle.truth.erased.has(oracle.claims.get(touchpoint)?.customer ?? '');
  for (const claim of oracle.claims.values()) {
    const untold = !claim.isReleased && !touchpoints.has(claim.touchpoint) && !isErased(claim.touchpoint);
    oracle.check('every claim ends as a touchpoint', untold && `${claim.touchpoint} of ${claim.customer}`);
  }
  for (const touchpoint of touchpoints.values()) checkTouchpoint(parts, touchpoint);
  for (const touchpoint of oracle.mails.keys()) {
    const untold = !touchpoints.has(touchpoint) && !isErased(touchpoint);
    oracle.check('every mail has a touchpoint', untold && touchpoint);
  }
  oracle.publications.end();
  const { now_ms } = parts;
  const fallbackZone = parts.settings.timeZone;
  checkWatched({ oracle, now_ms, fallbackZone }, customers);
  const unknown = [...touchpoints.values()].filter(({ state }) => state === 'unknown');
  return {
    unknown: unknown.length,
    lostUnknown: unknown.filter(({ id }) => !oracle.went(id)).length,
    sentOnceMore: [...oracle.mails.values()].filter((mails) => mails.length > 1).length,
  };
}

function checkTouchpoint(parts: EndParts, touchpoint: RecordedTouchpoint): void {
  const { oracle, untold } = parts;
  const mails = oracle.mails.get(touchpoint.id) ?? [];
  const { id, state, kind, scenario, because } = touchpoint;
  const who = `${id} of ${touchpoint.customer} (${scenario}/${touchpoint.step}, ${because})`;
  oracle.check('only what was accepted is told as sent', state === 'sent' && !oracle.went(id) && who);
  oracle.check('what was accepted is never told as skipped', state === 'skipped' && mails.length > 0 && who);
  const told = mails.some(({ messageId }) => !untold.has(messageId));
  oracle.check('"Email Sent" settles the unknown', state === 'unknown' && told && who);
  const isLost = kind === 'transactional' && state === 'unknown' && !oracle.went(id);
  oracle.check('transactional mail is not given up', isLost && !isExcused(parts, touchpoint) && who);
}

/** It went once more already, or must not go any more: its order is over, its time has passed, nobody may write to her. */
function isExcused({ oracle, customers }: EndParts, touchpoint: RecordedTouchpoint): boolean {
  const claim = oracle.claims.get(touchpoint.id);
  if (claim === undefined || claim.isResent) return claim !== undefined;
  const { order, scenario, since_ms, customer } = claim;
  const isSuppressed = (address: string) =>
    oracle.truth.isSuppressed(address, 'transactional', Number.POSITIVE_INFINITY);
  if (claim.email !== undefined && isSuppressed(claim.email)) return true;
  if (!['completed', 'exit-step', undefined].includes(oracle.memory.endings.get(touchpoint.enrolment)))
    return true;
  if (order !== undefined && oracle.truth.mayBeOver(scenario, customer, order)) return true;
  const step = scenario.steps.find(({ id }) => id === touchpoint.step);
  if (isMessage(step) && step.expiry !== undefined) return true;
  if ((oracle.givenUpAt.get(touchpoint.id) ?? 0) - since_ms > freshFor_ms) return true;
  const email = customers.find(({ id }) => id === customer)?.profile.email;
  return email === undefined || isSuppressed(email);
}

/** Faults are over since more than three hours, and the marketing lane is as full as it may be. */
export function checkOrderMail(oracle: Oracle, customers: readonly Customer[], now_ms: number): void {
  for (const customer of customers) {
    for (const enrolment of customer.enrolments) {
      if (enrolment.ended || enrolment.asleep || !oracle.isTransactional(enrolment)) continue;
      const isStuck = (enrolment.doze?.until ?? enrolment.due).epochMilliseconds < now_ms - patience_ms;
      const who = `${customer.id} ${enrolment.scenario}/${enrolment.step} due ${enrolment.due}`;
      oracle.check('order mail is found within three hours', isStuck && who);
    }
  }
}

function checkCustomer({ oracle, now_ms, roundHours }: EndParts, customer: Customer): void {
  for (const enrolment of customer.enrolments) {
    if (enrolment.ended || enrolment.asleep) continue;
    const patient_ms = patience_ms + (oracle.isTransactional(enrolment) ? 0 : roundHours * 3_600_000);
    const isStuck = (enrolment.doze?.until ?? enrolment.due).epochMilliseconds < now_ms - patient_ms;
    const who = `${customer.id} ${enrolment.scenario}/${enrolment.step} due ${enrolment.due}`;
    oracle.check('every run goes on to its end', isStuck && who);
  }
}
