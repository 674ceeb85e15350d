/**
 * The intake queue on the virtual clock, with its workers as Lambda runs them: batches of a queue without order, receives
 * counted, too many of them a dead letter; what is put back is a new message (`shared/aws/sqs-inbox.ts`).
 */
import { type TakePorts, takeIntake } from '../../../functions/queue/take-intake.ts';
import type { VirtualClock } from '../../../shared/memory/virtual-clock.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { World } from '../../../shared/ports/world.ts';
import type { Engine } from '../../../shared/service/saving/engine.ts';
import { type EventSource, eventSourceOf } from '../../stack/event-sources.ts';

type Records = Parameters<typeof takeIntake>[2];

interface Letter {
  readonly id: string;
  readonly body: string;
  readonly copies: number;
  receives: number;
}

interface Place {
  readonly virtual: VirtualClock;
  /** Side by side. */
  readonly clock: Clock;
  readonly engine: Engine<TakePorts>;
  readonly ports: Pick<World, 'log' | 'metrics' | 'orderOwners'>;
}

/** From the end of a batch until the next is received. */
const betweenBatches_ms = 50;

export class VirtualIntake {
  readonly dead: string[] = [];
  putBack = 0;
  /** The most receives of one message. */
  mostReceives = 0;
  #open = 0;
  #made = 0;
  #visible: Letter[] = [];
  readonly #idle: (() => void)[] = [];
  readonly #place: Place;
  readonly #source: EventSource;

  constructor(place: Place) {
    this.#place = place;
    this.#source = eventSourceOf(place.engine.settings, 'intake');
  }

  /** So many receives a message is allowed. */
  get allowedReceives(): number {
    return this.#source.maxReceives;
  }

  /** Nothing waits, is put back or at work. */
  get isQuiet(): boolean {
    return this.#open === 0;
  }

  put(body: string, delay_s = 0, copies = 0): void {
    this.#open += 1;
    this.#made += 1;
    this.#show({ id: `m-${this.#made}`, body, copies, receives: 0 }, delay_s);
  }

  #show(letter: Letter, delay_s: number): void {
    const { virtual } = this.#place;
    virtual.schedule(virtual.now().add({ milliseconds: Math.ceil(delay_s * 1000) }), () => {
      this.#visible.push(letter);
      this.#idle.shift()?.();
    });
  }

  /** Sets so many workers to work. Never resolves; rejects when one of them fails. */
  start(workers: number): Promise<never> {
    return Promise.race(Array.from({ length: workers }, () => this.#work()));
  }

  async #work(): Promise<never> {
    for (;;) {
      const batch = this.#receive();
      if (batch.length === 0) await new Promise<void>((wake) => this.#idle.push(wake));
      else await this.#handle(batch);
      await this.#place.clock.sleep(betweenBatches_ms);
    }
  }

  #receive(): Letter[] {
    const { batchSize, maxReceives } = this.#source;
    return this.#visible.splice(0, batchSize).filter((letter) => {
      letter.receives += 1;
      this.mostReceives = Math.max(this.mostReceives, letter.receives);
      if (letter.receives <= maxReceives) return true;
      this.#bury(letter.body);
      return false;
    });
  }

  #bury(body: string): void {
    this.dead.push(body);
    this.#open -= 1;
  }

  async #handle(batch: readonly Letter[]): Promise<void> {
    const { engine, ports, clock } = this.#place;
    const letters = new Map(batch.map((letter) => [letter.id, letter]));
    const copiesOf = ({ messageId }: { readonly messageId: string }) => letters.get(messageId)?.copies ?? 0;
    const inbox = {
      bury: async (record: Records[number]) => void this.dead.push(record.body),
      delay: async (record: Records[number], delay_s: number) => {
        this.putBack += 1;
        this.put(record.body, delay_s, copiesOf(record) + 1);
      },
    };
    const records = batch.map(({ id, body }) => ({ messageId: id, body }) as Records[number]);
    const { batchItemFailures } = await takeIntake({ ...ports, clock, inbox, copiesOf }, engine, records);
    const again = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    for (const letter of batch) {
      if (again.has(letter.id)) this.#show(letter, this.#source.visibility_s);
      else this.#open -= 1;
    }
  }
}
