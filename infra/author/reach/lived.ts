/** Lives one life through a library in virtual time: the real service code, a world of its own in memory. */
import type { Temporal } from 'temporal-polyfill';
import type { Note } from '../../../shared/core/enrolments/note.ts';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import { isStoreWideName } from '../../../shared/core/events/event-catalogue.ts';
import { parseEvent, parseStoreWideEvent } from '../../../shared/core/events/event-schema.ts';
import type { IntakeMessage, MailEvent } from '../../../shared/core/events/intake-message.ts';
import type { LaneMessage } from '../../../shared/core/events/lane-message.ts';
import type { ScenarioBook } from '../../../shared/core/language/scenario-book.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import { isKeptRefusal } from '../../../shared/core/record/refused-entry.ts';
import type { RecordedTouchpoint } from '../../../shared/core/record/touchpoint.ts';
import type { Because } from '../../../shared/core/values/because.ts';
import { memoryWorld } from '../../../shared/memory/memory-world.ts';
import type { Templates } from '../../../shared/ports/templates.ts';
import { guestNames } from '../../../shared/service/intake/guests.ts';
import { handleIntake } from '../../../shared/service/intake/handle-intake.ts';
import { takeEvents } from '../../../shared/service/intake/mailbox.ts';
import { spreadStoreWide } from '../../../shared/service/intake/spread-store-wide.ts';
import { engineOf } from '../../../shared/service/saving/engine.ts';
import { handleLaneMessage } from '../../../shared/service/sending/handle-lane-message.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { DatedHappening, DatedLife } from './dated-life.ts';

/** What lives are lived through. */
export interface LivedLibrary {
  readonly book: ScenarioBook;
  readonly settings: Settings;
  readonly templates: Templates;
}

/** Somebody was not let in, and the scenarios of the same group in which she was. */
interface KeptOut {
  readonly at: Temporal.Instant;
  readonly scenario: string;
  readonly because: Because;
  readonly by: readonly string[];
}

interface Hold {
  readonly at: Temporal.Instant;
  readonly because: Because;
}

export interface Lived {
  readonly touchpoints: readonly RecordedTouchpoint[];
  readonly keptOut: readonly KeptOut[];
  /** By the enrolment and its step: the reason that held the message last. */
  readonly held: ReadonlyMap<string, Hold>;
  /** By enrolment: why it ended, and when. */
  readonly ended: ReadonlyMap<string, Hold>;
  /** By enrolment: the scenario it runs through, ended or not. */
  readonly entered: ReadonlyMap<string, string>;
}

export const heldAt = (enrolment: string, step: string) => `${enrolment}/${step}`;

/** Throws `MalformedEvent` for a happening that the wire does not take. */
export async function liveThrough(life: DatedLife, library: LivedLibrary): Promise<Lived> {
  const play = new LifePlay(life, library);
  return play.lived();
}

class LifePlay {
  readonly #life: DatedLife;
  readonly #world: ReturnType<typeof memoryWorld>;
  readonly #engine: ReturnType<typeof engineOf<ReturnType<typeof memoryWorld>>>;
  readonly #keptOut: KeptOut[] = [];
  readonly #held = new Map<string, Hold>();
  readonly #ended = new Map<string, Hold>();
  readonly #entered = new Map<string, string>();

  constructor(life: DatedLife, { book, settings, templates }: LivedLibrary) {
    this.#life = life;
    this.#world = memoryWorld({ startAt: life.from, settings, templates, keepMails: 1, keepLogLines: 1 });
    this.#engine = engineOf(this.#world, book, settings);
  }

  async lived(): Promise<Lived> {
    const { happens, until } = this.#life;
    for (const happening of happens) {
      await this.#passTo(happening.at);
      await this.#tell(happening);
      await this.#drain();
    }
    await this.#passTo(until);
    return {
      touchpoints: this.#world.touchpoints.all(),
      keptOut: this.#keptOut,
      held: this.#held,
      ended: this.#ended,
      entered: this.#entered,
    };
  }

  async #passTo(at: Temporal.Instant): Promise<void> {
    const sending = {
      ...this.#engine,
      linkBaseUrl: 'https://links.example.com',
      remaining_ms: () => 60_000,
    };
    await this.#world.run(at, async (_, message: LaneMessage) => {
      await handleLaneMessage(sending, message);
      if ('customer' in message) await this.#look(message.customer);
      await this.#drain();
    });
  }

  async #tell({ name, detail, at }: DatedHappening): Promise<void> {
    if (isStoreWideName(name)) {
      const { customer: _, ...told } = detail;
      const event = parseStoreWideEvent(name, told, at);
      if (event) await spreadStoreWide(this.#engine, event);
      return;
    }
    const event = parseEvent(name, detail, at);
    if (event) await this.#take(await guestNames(this.#engine).named(event));
  }

  async #take(event: StoreEvent): Promise<void> {
    const { id } = event.detail.customer;
    const taken = await takeEvents(this.#engine, id, [event]);
    if (taken !== 'erased') await this.#note(taken.customer, taken.notes);
  }

  /** What the engine told itself comes back at once. */
  async #drain(): Promise<void> {
    const next = (): IntakeMessage | MailEvent | undefined => this.#world.intake.take();
    for (let message = next(); message !== undefined; message = next()) {
      if (!('kind' in message)) {
        const event = parseEvent(message['detail-type'], message.detail, this.#world.clock.now());
        if (event) await this.#take(event);
        continue;
      }
      const handled = await handleIntake(this.#engine, message);
      if (typeof handled === 'object') await this.#note(handled.customer, handled.notes);
    }
  }

  async #look(id: string): Promise<void> {
    const customer = await this.#world.customers.load(id);
    if (customer) await this.#note(customer, []);
  }

  async #note(customer: Customer, notes: readonly Note[]): Promise<void> {
    const at = this.#world.clock.now();
    for (const { scenario, because } of notes) {
      if (scenario === undefined || !isKeptRefusal(because)) continue;
      this.#keptOut.push({ at, scenario, because, by: this.#groupOf(customer, scenario) });
    }
    for (const { id, scenario, ended, held, step } of customer.enrolments) {
      this.#entered.set(id, scenario);
      if (held && !ended) this.#held.set(heldAt(id, step), { at, because: held });
      if (ended) this.#ended.set(id, ended);
    }
    for (const { id, scenario, at: endedAt, because } of customer.ended) {
      this.#entered.set(id, scenario);
      this.#ended.set(id, { at: endedAt, because });
    }
  }

  /** The scenarios of the same group that are open. */
  #groupOf(customer: Customer, id: string): string[] {
    const { book } = this.#engine;
    const group = book.current.find((scenario) => scenario.id === id)?.group;
    if (group === undefined) return [];
    const open = customer.enrolments.filter(
      ({ scenario, version, ended }) => !ended && scenario !== id && book.has(scenario, version),
    );
    return open
      .filter(({ scenario, version }) => book.find(scenario, version).group === group)
      .map(({ scenario }) => scenario);
  }
}
