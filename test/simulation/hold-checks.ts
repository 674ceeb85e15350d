/** What waits: a message for its hour, a story for the end of a support case, an entry for its group; none of them too long, or for nothing. */
import { Temporal } from 'temporal-polyfill';
import { letterKinds } from '../../shared/core/language/message-standing.ts';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import { isMessage, type MessageStep } from '../../shared/core/language/steps.ts';
import type { Customer, Enrolment } from '../../shared/core/record/customer.ts';
import { isLetterOf } from './letter-checks.ts';
import type { Oracle } from './oracle.ts';
import type { OracleParts } from './oracle-parts.ts';

const case_ms = 30 * 86_400_000;
/** Clocks go wrong by less. */
const skew_ms = 120_000;
/** So many marketing runs a record holds open. */
const mostOpen = 24;

/** Words of the contact policy's holds. */
const ofPolicy = ['quiet-hours', 'cap-reached', 'yielded', 'resting', 'offer-given', 'first-parcel'];

const byMailService = ['throttled', 'daily-quota', 'sending-paused', 'not-verified'];

export class HoldsSeen {
  /** How often each message was seen to be held, by enrolment, step, lap and first due. */
  readonly #times = new Map<string, number>();
  /** Enrolments that a support case has ever held: by how much it moved them no claim tells. */
  readonly #ofCases = new Set<string>();
  readonly #oracle: Oracle;
  readonly #parts: OracleParts;

  constructor(oracle: Oracle, parts: OracleParts) {
    this.#oracle = oracle;
    this.#parts = parts;
  }

  saved(before: Customer | undefined, after: Customer): void {
    for (const enrolment of after.enrolments) {
      const known = before?.enrolments.find(({ id }) => id === enrolment.id);
      if (enrolment.held === 'case-open') this.#ofCases.add(enrolment.id);
      if (known?.arm !== enrolment.arm && enrolment.held) this.#held(after, enrolment);
      if (known?.moved !== enrolment.moved && !this.#ofCases.has(enrolment.id)) this.#moved(after, enrolment);
    }
    if (!before || after.aliases.length > before.aliases.length) return;
    this.#caseClosed(before, after);
    this.#skipped(before, after);
    if (after.mergedInto === undefined) this.#waiting(after);
  }

  #held(customer: Customer, { id, scenario: name, version, step, lap = 0, since, held }: Enrolment): void {
    const key = [id, step, lap, since.epochMilliseconds].join('\n');
    // It had gone, and the mail service did not take it: it is asked everything anew.
    if (held && byMailService.includes(held)) this.#times.delete(key);
    if (!held || !ofPolicy.includes(held)) return;
    const times = (this.#times.get(key) ?? 0) + 1;
    this.#times.set(key, times);
    this.#oracle.check('a message is held three times at most', times > 3 && `${id}/${step}: ${times} times`);
    const scenario = this.#parts.book.find(name, version);
    const message = messageOf(scenario, step);
    if (held === 'cap-reached' && message?.promised && !this.#hasCap(scenario, message))
      this.#oracle.check('what was promised waits for no day', `${customer.id} ${name}/${step}`);
  }

  /** A cap that holds even what was promised: of requests, of reminders, of broadcasts, of one topic or content. */
  #hasCap(scenario: Scenario, message: MessageStep): boolean {
    const { caps } = this.#parts.settings;
    const kinds = letterKinds.filter((kind) => kind !== 'story' && isLetterOf(kind, scenario, message));
    return caps.some(({ letters, days }) => days > 1 && (!letters || kinds.includes(letters)));
  }

  /** No further than its letters went late, by the days on the customer's calendar. */
  #moved(customer: Customer, { id, moved, enteredAt, scenario, version }: Enrolment): void {
    if (!moved || moved.arrived !== undefined || customer.aliases.length > 0) return;
    const changed_ms = this.#oracle.memory.changedAt.get(customer.id) ?? 0;
    if (changed_ms >= enteredAt.epochMilliseconds) return;
    const zone = customer.profile.timeZone ?? this.#parts.settings.timeZone;
    const dayOf = (at: Enrolment['due']) => at.toZonedDateTimeISO(zone).toPlainDate();
    const late = new Map<string, number>();
    const note = (touchpoint: string, since: Enrolment['due'], at: Enrolment['due']) =>
      late.set(touchpoint, Math.max(0, dayOf(since).until(dayOf(at)).days));
    for (const claim of this.#oracle.claims.values())
      if (claim.enrolment === id) note(claim.touchpoint, instantOf(claim.since_ms), instantOf(claim.at_ms));
    for (const send of customer.sends) if (send.enrolment === id) note(send.touchpoint, send.since, send.at);
    const days = [...late.values()].reduce((sum, one) => sum + one, 0);
    this.#oracle.check(
      'a story moves by as many days as its letters went late',
      moved.days > days &&
        `${customer.id} ${scenario}/${version} by ${moved.days} days, its letters by ${days}`,
    );
  }

  /** Whatever a case has held goes on by the event that ends the last one. */
  #caseClosed(before: Customer, after: Customer): void {
    const now_ms = this.#parts.now().at.epochMilliseconds;
    const isOpen = (grace_ms: number) => (open: Customer['helps'][number]) =>
      open.at.epochMilliseconds + case_ms > now_ms + grace_ms;
    if (after.helps.length >= before.helps.length || !before.helps.some(isOpen(skew_ms))) return;
    if (after.helps.some(isOpen(-skew_ms))) return;
    const left = after.enrolments.find(
      ({ ended, asleep, held }) => !ended && !asleep && held === 'case-open',
    );
    this.#oracle.check(
      'what a support case held goes on when it is closed',
      left && `${after.id} ${left.scenario}/${left.step} waits until ${left.due}`,
    );
  }

  #skipped(before: Customer, { id, sends }: Customer): void {
    const known = new Set(before.sends.map(({ touchpoint }) => touchpoint));
    for (const { touchpoint, because, scenario, version, step } of sends) {
      if (known.has(touchpoint) || because !== 'holdout') continue;
      const isPromised = messageOf(this.#parts.book.find(scenario, version), step)?.promised;
      this.#oracle.check(
        'what was promised goes to who is held out too',
        isPromised && `${id} ${scenario}/${step}`,
      );
    }
  }

  /** Who waits for a group that nobody keeps has been asked. What lies beside the record may have gone. */
  #waiting({ id, waiting = [], enrolments }: Customer): void {
    const open = enrolments.filter(({ ended }) => !ended);
    for (const { scenario: name, beside } of waiting) {
      const scenario = this.#parts.book.current.find((one) => one.id === name);
      if (!scenario?.group || beside) continue;
      const keeps = (one: Enrolment) =>
        one.scenario !== name &&
        !scenario.replaces?.includes(one.scenario) &&
        this.#parts.book.find(one.scenario, one.version).group === scenario.group;
      const running = open.filter((one) => one.scenario === name).length;
      const isFull =
        running >= (scenario.trigger.atMost ?? Number.POSITIVE_INFINITY) ||
        open.filter(({ lane }) => lane === 'marketing').length >= mostOpen;
      this.#oracle.check(
        'who waits for a group is asked when it is free',
        !isFull && !open.some(keeps) && `${id} waits for ${scenario.group} with ${name}`,
      );
    }
  }
}

const messageOf = ({ steps }: Scenario, name: string) =>
  steps.filter(isMessage).find(({ id }) => id === name);

const instantOf = (at_ms: number): Enrolment['due'] => Temporal.Instant.fromEpochMilliseconds(at_ms);
