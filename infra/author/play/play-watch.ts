/** Watches one customer's record while a play runs, and writes down what has changed: the calendar's lines. */
import type { Note } from '../../../shared/core/enrolments/note.ts';
import { atPresent } from '../../../shared/core/enrolments/sleep/to-the-present.ts';
import type { Customer, Enrolment } from '../../../shared/core/record/customer.ts';
import { staysOutside } from '../../../shared/core/record/refused-entry.ts';
import { zoneOf } from '../../../shared/core/record/zone.ts';
import type { Because } from '../../../shared/core/values/because.ts';
import { isBefore } from '../../../shared/core/values/civil-time.ts';
import { surroundingsNow } from '../../../shared/service/saving/engine.ts';
import { passedSteps, turningOf } from './play-passed.ts';
import type { OpenStore } from './play-store.ts';
import { type PlayedEnrolment, type PlayedLine, playedEnrolmentsOf } from './played-line.ts';

export class PlayWatch {
  readonly lines: PlayedLine[] = [];
  readonly enrolments = new Map<string, PlayedEnrolment>();
  readonly #known = new Set<string>();
  /** Enrolments of which it is told that they sleep. */
  readonly #sleeping = new Set<string>();
  readonly #store: OpenStore;
  readonly #customer: string;
  /** The one that is watched; all where none is named. */
  readonly #scenario: string | undefined;

  constructor(store: OpenStore, customer: string, scenario: string | undefined) {
    this.#store = store;
    this.#customer = customer;
    this.#scenario = scenario;
  }

  /** The customer at the present moment, where who sleeps is by now. */
  async customer(): Promise<Customer | undefined> {
    const stored = await this.#store.world.customers.load(this.#customer);
    return stored && this.#atPresent(stored);
  }

  #atPresent(stored: Customer): Customer {
    return atPresent(stored, surroundingsNow(this.#store.engine));
  }

  /** Writes a line at the present moment. */
  async add(line: Omit<PlayedLine, 'at' | 'zone'>): Promise<void> {
    const customer = await this.#store.world.customers.load(this.#customer);
    this.#write(line, customer);
  }

  /** Writes what is different from when it was last looked at; `notes` are the engine's words on an event. */
  async observe(notes: readonly Note[] = []): Promise<void> {
    const stored = await this.#store.world.customers.load(this.#customer);
    const customer = stored && this.#atPresent(stored);
    if (customer) await this.#messages(customer);
    const ofScenario = notes.filter(
      ({ scenario }) =>
        scenario !== undefined && (scenario === this.#scenario || this.#scenario === undefined),
    );
    const before = new Map(this.enrolments);
    for (const enrolment of customer ? playedEnrolmentsOf(customer) : []) {
      const known = before.get(enrolment.id);
      this.enrolments.set(enrolment.id, enrolment);
      if (!known) this.#enter(enrolment, ofScenario, customer);
      this.#passed(known, enrolment, customer);
      this.#asleep(
        stored?.enrolments.find(({ id }) => id === enrolment.id),
        customer,
      );
      this.#end(known, enrolment, customer);
      this.#moved(known?.running, enrolment.running, customer);
    }
    this.#keptOut(ofScenario, customer);
  }

  #write(
    line: Omit<PlayedLine, 'at' | 'zone'> & Partial<Pick<PlayedLine, 'at'>>,
    customer: Customer | undefined,
  ): void {
    const { engine, world } = this.#store;
    const zone = customer ? zoneOf(customer, engine.decisions) : engine.decisions.timeZone;
    this.lines.push({ at: world.clock.now(), zone, ...line });
  }

  async #messages(customer: Customer): Promise<void> {
    const { touchpoints, mailer } = this.#store.world;
    for (const touchpoint of await touchpoints.list(this.#customer)) {
      if (this.#known.has(touchpoint.id)) continue;
      this.#known.add(touchpoint.id);
      const { scenario, step, template, because, by, channel, number } = touchpoint;
      const order = this.enrolments.get(touchpoint.enrolment)?.order;
      const mail = mailer.mails.find(({ messageId }) => messageId === touchpoint.messageId);
      const what = touchpoint.state === 'skipped' ? 'skipped' : 'sent';
      this.#write(
        { what, scenario, step, template, because, by, order, subject: mail?.subject, channel, number },
        customer,
      );
    }
  }

  #end(known: PlayedEnrolment | undefined, enrolment: PlayedEnrolment, customer: Customer | undefined): void {
    const { ended, order, scenario } = enrolment;
    if (!ended || ended.because === known?.ended?.because) return;
    const what = known?.ended ? 'goal-after-end' : 'ended';
    // Who slept came to the end unseen.
    const at = known?.running?.asleep ? { at: ended.at } : {};
    this.#write({ what, scenario, because: ended.because, order, ...at }, customer);
  }

  /** For want of consent: where nothing is left to send, there is nothing to tell. */
  #asleep(stored: Enrolment | undefined, customer: Customer | undefined): void {
    if (!stored?.asleep) return void (stored && this.#sleeping.delete(stored.id));
    if (this.#sleeping.has(stored.id)) return;
    this.#sleeping.add(stored.id);
    const { scenario, version, step, order } = stored;
    const { book } = this.#store.engine;
    const needs = book.reachOf(book.find(scenario, version)).get(step)?.needs ?? [];
    if (needs.length > 0)
      this.#write({ what: 'asleep', scenario, step, because: 'no-consent', order }, customer);
  }

  #moved(
    known: Enrolment | undefined,
    enrolment: Enrolment | undefined,
    customer: Customer | undefined,
  ): void {
    if (!known || !enrolment || known.arm === enrolment.arm) return;
    const { scenario, step, order, due: until } = enrolment;
    if (enrolment.held)
      this.#write({ what: 'held', scenario, step, because: enrolment.held, order, until }, customer);
    else if (known.step === step && known.lap === enrolment.lap && !known.due.equals(until) && !known.held)
      this.#write({ what: 're-timed', scenario, step, because: 're-timed', order, until }, customer);
  }

  /** The steps between two rests that say nothing to her. */
  #passed(known: PlayedEnrolment | undefined, now: PlayedEnrolment, customer: Customer | undefined): void {
    const { book } = this.#store.engine;
    const isOver = known !== undefined && !known.running;
    const rests = known?.running?.step === now.running?.step && known?.running?.lap === now.running?.lap;
    if (isOver || (known && rests) || !book.has(now.scenario, now.version)) return;
    const way = { from: known?.running?.step, to: now.running?.step, variants: now.running?.variants };
    const ofGoal = now.ended && now.ended.because !== 'completed' && now.ended.because !== 'exit-step';
    if (ofGoal) return;
    const scenario = book.find(now.scenario, now.version);
    const whole = customer?.enrolments.find(({ id }) => id === now.id) ?? known?.running;
    const turn = turningOf(surroundingsNow(this.#store.engine), customer, whole);
    for (const passed of passedSteps({ scenario, ...way, turn }))
      this.#write({ what: 'did', scenario: now.scenario, order: now.order, ...passed }, customer);
  }

  #enter(
    { scenario, running, order }: PlayedEnrolment,
    notes: readonly Note[],
    customer: Customer | undefined,
  ): void {
    const own = notes.filter((note) => note.scenario === scenario);
    const because = own.find((note) => note.because === 'restarted')?.because ?? 'entered';
    const waits = running && isBefore(this.#store.world.clock.now(), running.due);
    const until = waits ? running.due : undefined;
    this.#write({ what: 'entered', scenario, step: running?.step, because, order, until }, customer);
  }

  #keptOut(notes: readonly Note[], customer: Customer | undefined): void {
    const words: readonly Because[] = [
      'entered',
      'restarted',
      're-timed',
      'exit-rule',
      'order-undone',
      'never-arrived',
      'goal-met',
      'completed',
    ];
    for (const { scenario, because, by } of notes) {
      // Of all scenarios, most events are meant for others: only what stood in the way of one is told.
      const isTold = this.#scenario === undefined ? staysOutside(because) : !words.includes(because);
      if (isTold) this.#write({ what: 'kept-out', scenario, because, by }, customer);
    }
  }
}
