/** Watches every effect as it happens and says at once which promise of the delivery contract it breaks. */
import type { PublishedEvent } from '../../shared/core/events/published-event.ts';
import type { Customer, Enrolment } from '../../shared/core/record/customer.ts';
import type { Mail } from '../../shared/core/record/mail.ts';
import type { RecentSend } from '../../shared/core/record/recent-send.ts';
import type { Waking } from '../../shared/core/record/sweep-moment.ts';
import type { Touchpoint } from '../../shared/core/record/touchpoint.ts';
import type { AlarmEars } from './alarm-checks.ts';
import { allowed, type Claim, claimFault, claimOf } from './claim-checks.ts';
import { EnrolmentMemory } from './enrolment-memory.ts';
import { entryFaults } from './entry-checks.ts';
import { HoldsSeen } from './hold-checks.ts';
import type { Invocation } from './invocation.ts';
import { Joins } from './join-checks.ts';
import type { OracleParts, Violation } from './oracle-parts.ts';
import { PublishedEvents } from './published-events.ts';
import { recordFault } from './record-checks.ts';
import { takenIn } from './recount-checks.ts';
import { releasedIn } from './released-claims.ts';
import type { TakenMail } from './sim-ses.ts';
import { sleepFaults } from './sleep-checks.ts';
import { mayBeginAnew } from './told-again.ts';
import type { Truth } from './truth.ts';
import { walkFaults } from './walk-checks.ts';

export class Oracle {
  violation: Violation | undefined;
  /** How often each promise was looked at. */
  readonly asked = new Map<string, number>();
  readonly claims = new Map<string, Claim>();
  readonly mails = new Map<string, TakenMail[]>();
  /** When a touchpoint was told as unknown, or its second try refused, in milliseconds since 1970. */
  readonly givenUpAt = new Map<string, number>();
  /** Touchpoints that another channel was asked to send. */
  readonly requests = new Set<string>();
  readonly memory = new EnrolmentMemory();
  readonly publications = new PublishedEvents(this);
  readonly #joins = new Joins(this);
  readonly #holds: HoldsSeen;
  alarms: AlarmEars = { stored() {}, woken() {} };
  readonly #parts: OracleParts;

  constructor(parts: OracleParts) {
    this.#parts = parts;
    this.#holds = new HoldsSeen(this, parts);
  }

  went(touchpoint: string): boolean {
    return this.mails.has(touchpoint) || this.requests.has(touchpoint);
  }

  isTransactional({ scenario, version }: Pick<Enrolment, 'scenario' | 'version'>): boolean {
    return this.#parts.book.find(scenario, version).kind === 'transactional';
  }

  get truth(): Truth {
    return this.#parts.truth;
  }

  /** Counts that an invariant was looked at; the first fault is kept. */
  check(invariant: string, fault: string | undefined | false): void {
    this.asked.set(invariant, (this.asked.get(invariant) ?? 0) + 1);
    if (!fault || this.violation) return;
    const { step, at } = this.#parts.now();
    this.violation = { invariant, detail: fault, step, at: at.toString() };
  }

  saved(invocation: Invocation, before: Customer | undefined, after: Customer, waking: Waking): void {
    const { at } = this.#parts.now();
    const isJoin = this.#joins.saved(before, after);
    if (after.mergedInto === undefined) takenIn(this, this.#parts, isJoin ? undefined : invocation, after);
    this.memory.saved(before, after, at.epochMilliseconds);
    recordFault(this, { before, after, waking, at });
    if (!isJoin) walkFaults(this, this.#parts, before, after);
    entryFaults(this, this.#parts, before, after);
    sleepFaults(this, this.#parts, after);
    this.#holds.saved(before, after);
    this.publications.saved(before, after, at.epochMilliseconds);
    const known = new Map((before?.sends ?? []).map((send) => [send.touchpoint, send]));
    for (const send of isJoin ? [] : after.sends) {
      const earlier = known.get(send.touchpoint);
      if (send.state === 'claimed' && earlier?.state !== 'claimed') {
        if (earlier?.state === 'resent') this.#takenBack(send.touchpoint);
        else this.#claimed(invocation, before, after, send);
      }
      if (send.state === 'resent' && earlier?.state === 'claimed')
        this.#claimedAgain(invocation, before, after, send);
    }
    for (const touchpoint of releasedIn(before, after, at)) this.#released(invocation, touchpoint);
  }

  #claimed(invocation: Invocation, before: Customer | undefined, after: Customer, send: RecentSend): void {
    const { at, step } = this.#parts.now();
    const enrolment = before?.enrolments.find((enrolment) => enrolment.id === send.enrolment);
    const scenario = this.#parts.book.find(send.scenario, send.version);
    const known = this.claims.get(send.touchpoint);
    this.check('a message is claimed once', known && !known.isReleased && `${send.touchpoint} claimed twice`);
    const story = [after.id, send.scenario, enrolment?.key, send.step, send.lap ?? 0].join('\n');
    if (!mayBeginAnew(scenario, this.truth, after.id)) this.#toldOnce(story, send);
    const hasOther = invocation.openClaim !== undefined;
    this.check('one message at a time', hasOther && `${invocation.id} has another claim open`);
    invocation.openClaim = send.touchpoint;
    const moment = { invocation, before, after, send, enrolment, step, at };
    claimFault(this, this.#parts, moment);
    this.claims.set(send.touchpoint, claimOf(invocation, after, send, enrolment, scenario));
  }

  #toldOnce(scenario: string, { touchpoint }: RecentSend): void {
    const other = this.memory.stories.get(scenario);
    const twice = other !== undefined && other !== touchpoint && !this.claims.get(other)?.isReleased;
    this.check('a story tells each step once', twice && `${scenario} has two touchpoints`);
    this.memory.stories.set(scenario, touchpoint);
  }

  #claimedAgain(
    invocation: Invocation,
    before: Customer | undefined,
    after: Customer,
    send: RecentSend,
  ): void {
    const { touchpoint } = send;
    const enrolment = before?.enrolments.find((enrolment) => enrolment.id === send.enrolment);
    const moment = { invocation, before, after, send, enrolment, ...this.#parts.now() };
    allowed(this, this.#parts, moment, touchpoint);
    const claim = this.claims.get(touchpoint);
    this.check(
      'only transactional mail goes once more',
      claim?.kind !== 'transactional' && `${touchpoint} is marketing`,
    );
    this.check(
      'a message goes once more at most',
      claim?.isResent && `${touchpoint} of ${after.id} a third time`,
    );
    if (claim) this.claims.set(touchpoint, { ...claim, by: invocation.id, isResent: true });
    invocation.openClaim = touchpoint;
  }

  /** The second try was certainly not taken: another second try may come. */
  #takenBack(touchpoint: string): void {
    const claim = this.claims.get(touchpoint);
    const taken = this.mails.get(touchpoint)?.length ?? 0;
    this.check('what was accepted is never released', taken > 1 && `${touchpoint} was accepted`);
    if (claim) this.claims.set(touchpoint, { ...claim, isResent: false });
    this.givenUpAt.set(touchpoint, this.#parts.now().at.epochMilliseconds);
  }

  #released(invocation: Invocation, touchpoint: string): void {
    const claim = this.claims.get(touchpoint);
    if (!claim || claim.isReleased) return;
    this.check(
      'what was accepted is never released',
      this.mails.has(touchpoint) && `${touchpoint} was accepted`,
    );
    this.claims.set(touchpoint, { ...claim, isReleased: true });
    if (invocation.openClaim === touchpoint) invocation.openClaim = undefined;
  }

  /** An invocation has answered, died or run out of time: what it had open is open no more. */
  ended(invocation: Invocation): void {
    invocation.openClaim = undefined;
  }

  sending(invocation: Invocation, mail: Mail): void {
    const claim = this.claims.get(mail.tags.touchpoint ?? '');
    const holds = claim && !claim.isReleased && (claim.by === invocation.id || claim.isResent);
    this.check(
      'a message is claimed before it is sent',
      !holds && `${mail.tags.touchpoint} has no claim of its sender`,
    );
  }

  accepted(mail: TakenMail): void {
    const touchpoint = mail.tags.touchpoint ?? '';
    const all = [...(this.mails.get(touchpoint) ?? []), mail];
    this.mails.set(touchpoint, all);
    const most = this.claims.get(touchpoint)?.isResent ? 2 : 1;
    this.check(
      'nothing is sent twice',
      all.length > most && `${touchpoint} was accepted ${all.length} times`,
    );
  }

  published(_: Invocation, event: PublishedEvent): void {
    if (event.name === 'MessageRequested') this.requests.add(event.id);
    this.publications.published(event);
  }

  /** A touchpoint's outcome was written. */
  settled(_: Invocation, touchpoint: Touchpoint, outcome: 'settled' | 'already'): void {
    if (outcome === 'already') return;
    const isSent = touchpoint.state === 'sent';
    if (touchpoint.state === 'unknown')
      this.givenUpAt.set(touchpoint.id, this.#parts.now().at.epochMilliseconds);
    this.check(
      'only what was accepted is told as sent',
      isSent && !this.went(touchpoint.id) && `${touchpoint.id} was not`,
    );
    this.check('in live mode nothing is only pretended', touchpoint.state === 'would-send' && touchpoint.id);
  }
}
