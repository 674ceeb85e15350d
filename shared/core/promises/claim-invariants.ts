/** The claims a save makes: of an enrolment that is open, of its message, once, and with the enrolment moved on. */

import type { Scenario } from '../language/scenario.ts';
import { isMessage } from '../language/steps.ts';
import type { Customer, Enrolment } from '../record/customer.ts';
import type { RecentSend } from '../record/recent-send.ts';
import { type AroundSave, type Broken, broken, type Invariant } from './invariant.ts';
import { brokenByGoing } from './mail-invariants.ts';

/** What the claims of this save break, and its mail, where one follows. */
export function brokenByMails(before: Customer | undefined, after: Customer, around: AroundSave): Broken[] {
  const claims = after.sends === before?.sends ? [] : after.sends.filter((send) => isNew(send, before));
  const found: Broken[] = [];
  if (claims.length > 1) found.push(broken('two-mails-in-one-save'));
  if (around.mail !== undefined && !claims.some(({ touchpoint }) => touchpoint === around.mail)) {
    found.push(broken('mail-without-claim', around.mail));
  }
  for (const claim of claims) {
    const words = brokenByClaim(claim, before, after, around);
    found.push(...words.map((word) => broken(word, claim.touchpoint)));
  }
  return found;
}

const isOfSame = (a: RecentSend, b: RecentSend) =>
  a === b || (a.touchpoint === b.touchpoint && a.arm === b.arm && a.at.equals(b.at));

/** A claim that was not there before, or is now made a second time. One that is given back to `claimed` is not new. */
function isNew(send: RecentSend, before: Customer | undefined): boolean {
  if (send.state === 'skipped') return false;
  const known = before?.sends.find((other) => isOfSame(other, send));
  return !known || known.state === 'skipped' || (send.state === 'resent' && known.state !== 'resent');
}

function brokenByClaim(
  claim: RecentSend,
  before: Customer | undefined,
  after: Customer,
  around: AroundSave,
): Invariant[] {
  const enrolment = before?.enrolments.find(({ id }) => id === claim.enrolment);
  if (!before || !enrolment) return ['claim-of-no-open-run'];
  const scenario = around.book?.has(claim.scenario, claim.version)
    ? around.book.find(claim.scenario, claim.version)
    : undefined;
  const step = scenario?.steps.find(({ id }) => id === claim.step);
  if (!scenario || !isMessage(step) || !isOfEnrolment(claim, enrolment, scenario))
    return ['claim-of-no-message'];
  const words =
    claim.state === 'resent'
      ? brokenByResend(claim, enrolment, before)
      : brokenByFirst(claim, { enrolment, before, after, around });
  return [...words, ...brokenByGoing({ claim, enrolment, scenario, step, before, around })];
}

const isOfEnrolment = (claim: RecentSend, enrolment: Enrolment, scenario: Scenario) =>
  claim.scenario === enrolment.scenario &&
  claim.version === enrolment.version &&
  claim.kind === scenario.kind;

interface Saved {
  /** The enrolment before the save. */
  readonly enrolment: Enrolment;
  readonly before: Customer;
  readonly after: Customer;
  readonly around: AroundSave;
}

function brokenByFirst(claim: RecentSend, { enrolment, before, after, around }: Saved): Invariant[] {
  const words: Invariant[] = [];
  if (enrolment.ended) words.push('claim-of-no-open-run');
  if (!isArmOfNow(claim, enrolment) || !claim.at.equals(around.at)) words.push('claim-not-of-now');
  const isSameVisit = ({ touchpoint, enrolment, step, lap, state }: RecentSend) =>
    state !== 'skipped' &&
    (touchpoint === claim.touchpoint ||
      (enrolment === claim.enrolment && step === claim.step && (lap ?? 0) === (claim.lap ?? 0)));
  if (before.sends.some(isSameVisit)) words.push('claimed-twice');
  const next = after.enrolments.find(({ id }) => id === enrolment.id);
  if (next && !next.ended && next.arm <= enrolment.arm) words.push('claim-stands-still');
  return words;
}

/** Where it dozed, the timers that it has passed have each raised its arm. */
const isArmOfNow = ({ arm }: RecentSend, enrolment: Enrolment) =>
  arm >= enrolment.arm && arm <= enrolment.arm + (enrolment.doze?.over ?? 0);

/** Once more, after nobody knew what became of it. The enrolment may have walked to its end meanwhile or gone on elsewhere, but not left. */
function brokenByResend(claim: RecentSend, enrolment: Enrolment, before: Customer): Invariant[] {
  const words: Invariant[] = [];
  const first = before.sends.find((other) => isOfSame(other, claim));
  if (first?.state !== 'claimed' || claim.kind !== 'transactional') words.push('wrong-resend');
  const end = enrolment.ended?.because;
  const isNoEnd = end === undefined || end === 'completed' || end === 'exit-step' || end === 'merged';
  if (!isNoEnd) words.push('mail-after-the-end');
  return words;
}
