/** Lives one life through a library in virtual time: the real service code, a world of its own in memory. */
import type { Temporal } from 'temporal-polyfill';
import type { Note } from '../../../shared/core/enrolments/note.ts';
import { isStoreWideName } from '../../../shared/core/events/event-catalogue.ts';
import { parseEvent, parseStoreWideEvent } from '../../../shared/core/events/event-schema.ts';
import type { LaneMessage } from '../../../shared/core/events/lane-message.ts';
import type { ScenarioBook } from '../../../shared/core/language/scenario-book.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import { staysOutside } from '../../../shared/core/record/refused-entry.ts';
import type { RecordedTouchpoint } from '../../../shared/core/record/touchpoint.ts';
import type { Because } from '../../../shared/core/values/because.ts';
import { isBefore } from '../../../shared/core/values/civil-time.ts';
import { memoryWorld } from '../../../shared/memory/memory-world.ts';
import type { Templates } from '../../../shared/ports/templates.ts';
import { guestNames } from '../../../shared/service/intake/guests.ts';
import { takeEvents } from '../../../shared/service/intake/mailbox.ts';
import { spreadStoreWide } from '../../../shared/service/intake/spread-store-wide.ts';
import { handleLaneMessage } from '../../../shared/service/sending/handle-lane-message.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { drainIntake } from '../play/play-intake.ts';
import { type OpenStore, storeOn } from '../play/play-store.ts';
import type { DatedHappening, DatedLife } from './dated-life.ts';

/** A rehearsal looks at who gets what and when: the words are those of the preview. */
const wordless: Templates = { load: async () => ({ subject: '-', html: '-', text: '-' }) };

/** What lives are lived through. */
export interface LivedLibrary {
  readonly book: ScenarioBook;
  readonly settings: Settings;
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
  /** Enrolments that began, ended or not. */
  readonly entered: ReadonlySet<string>;
}

export const heldAt = (enrolment: string, step: string) => `${enrolment}/${step}`;

/** Throws `MalformedEvent` for a happening that the wire does not take. */
export async function liveThrough(life: DatedLife, library: LivedLibrary): Promise<Lived> {
  const play = new LifePlay(life, library);
  return play.lived();
}

class LifePlay {
  readonly #life: DatedLife;
  readonly #store: OpenStore;
  readonly #keptOut: KeptOut[] = [];
  readonly #held = new Map<string, Hold>();
  readonly #ended = new Map<string, Hold>();
  readonly #entered = new Set<string>();

  constructor(life: DatedLife, { book, settings }: LivedLibrary) {
    this.#life = life;
    const world = memoryWorld({
      startAt: life.from,
      settings,
      templates: wordless,
      keepMails: 1,
      keepLogLines: 1,
    });
    this.#store = storeOn(world, world, book, settings);
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
      touchpoints: this.#store.world.touchpoints.all(),
      keptOut: this.#keptOut,
      held: this.#held,
      ended: this.#ended,
      entered: this.#entered,
    };
  }

  async #passTo(at: Temporal.Instant): Promise<void> {
    const { world, sending } = this.#store;
    await world.run(at, async (_, message: LaneMessage) => {
      await handleLaneMessage(sending, message);
      const customer = 'customer' in message ? await world.customers.load(message.customer) : undefined;
      if (customer) this.#note(customer, []);
      await this.#drain();
    });
  }

  async #tell({ name, detail, at }: DatedHappening): Promise<void> {
    const { engine } = this.#store;
    if (isStoreWideName(name)) {
      const { customer: _, ...told } = detail;
      const event = parseStoreWideEvent(name, told, at);
      if (event) await spreadStoreWide(engine, event);
      return;
    }
    const read = parseEvent(name, detail, at);
    if (!read) return;
    const event = await guestNames(engine).named(read);
    const taken = await takeEvents(engine, event.detail.customer.id, [event]);
    if (taken !== 'erased') this.#note(taken.customer, taken.notes);
  }

  #drain(): Promise<void> {
    return drainIntake(this.#store, ({ customer, notes }) => this.#note(customer, notes));
  }

  #note(customer: Customer, notes: readonly Note[]): void {
    const at = this.#store.world.clock.now();
    for (const { scenario, because, by } of notes) {
      if (scenario === undefined || !staysOutside(because)) continue;
      this.#keptOut.push({ at, scenario, because, by: by === undefined ? [] : [by] });
    }
    this.#refusedUnheard(customer);
    for (const { id, ended, held, step } of customer.enrolments) {
      this.#entered.add(id);
      if (held && !ended) this.#held.set(heldAt(id, step), { at, because: held });
      if (ended) this.#ended.set(id, ended);
    }
    for (const { id, at: endedAt, because } of customer.ended) {
      this.#entered.add(id);
      this.#ended.set(id, { at: endedAt, because });
    }
  }

  /** Of dates and schedules nobody tells in this moment: the record does. */
  #refusedUnheard({ refused = [] }: Customer): void {
    for (const { scenario, because, at, by } of refused) {
      const last = this.#keptOut.findLast((one) => one.scenario === scenario);
      if (last && !isBefore(last.at, at)) continue;
      this.#keptOut.push({ at, scenario, because, by: by === undefined ? [] : [by] });
    }
  }
}
