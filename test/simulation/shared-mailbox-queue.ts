/** The intake queue of a play: messages come in batches by the real boundary, some of whose functions die between two calls, and come again. */
import type { SQSRecord } from 'aws-lambda';
import { Temporal } from 'temporal-polyfill';
import { takeIntake } from '../../functions/queue/take-intake.ts';
import type { MemoryWorld } from '../../shared/memory/memory-world.ts';
import type { World } from '../../shared/ports/world.ts';
import type { Engine } from '../../shared/service/saving/engine.ts';
import { crashing, noCrash } from '../support/crashing-world.ts';
import type { Random } from './random.ts';
import { minute_ms } from './storefront-moments.ts';

interface Waiting {
  readonly body: string;
  /** The number of what it tells of; absent on what the engine puts there itself. */
  readonly nth?: number;
}

export class DyingQueue {
  crashes = 0;
  /** Of each number the moment at which it had first been dealt with. */
  readonly dealtWith = new Map<number, number>();
  readonly #world: MemoryWorld;
  readonly #engine: Engine<keyof World>;
  readonly #dice: Random;
  readonly #plan = noCrash();
  readonly #ready: Waiting[] = [];

  constructor(world: MemoryWorld, engine: Engine<keyof World>, dice: Random) {
    this.#world = world;
    this.#engine = { ...engine, world: crashing(engine.world, this.#plan) };
    this.#dice = dice;
  }

  put(waiting: Waiting, at_ms: number): void {
    const at = Temporal.Instant.fromEpochMilliseconds(at_ms);
    this.#world.clock.schedule(at, () => void this.#ready.push(waiting));
  }

  /** Takes all that waits, and what that puts there in turn. */
  async drain(): Promise<void> {
    const { intake } = this.#world;
    for (;;) {
      for (let own = intake.take(); own; own = intake.take()) this.#ready.push({ body: JSON.stringify(own) });
      if (this.#ready.length === 0) return;
      await this.#take(shuffled(this.#ready.splice(0, this.#dice.int(1, 10)), this.#dice));
    }
  }

  async #take(batch: readonly Waiting[]): Promise<void> {
    const { clock, log, metrics, orderOwners } = this.#world;
    const putOff = new Set<Waiting>();
    const waitingOf = (messageId: string) => batch[Number(messageId)] as Waiting;
    const inbox = {
      bury: async (_: SQSRecord, reason: string) => {
        throw new Error(`buried: ${reason}`);
      },
      delay: async ({ messageId }: SQSRecord, delay_s: number) => {
        putOff.add(waitingOf(messageId));
        this.put(waitingOf(messageId), clock.now().epochMilliseconds + delay_s * 1000);
      },
    };
    const records = batch.map(({ body }, nth) => ({ messageId: String(nth), body }) as SQSRecord);
    this.#arm();
    const queue = { clock, log, metrics, orderOwners, inbox, copiesOf: () => 0 };
    const { batchItemFailures } = await takeIntake(queue, this.#engine, records);
    this.#disarm();
    for (const { itemIdentifier } of batchItemFailures) {
      putOff.add(waitingOf(itemIdentifier));
      const again_ms = this.#dice.int(1, 4) * minute_ms;
      this.put(waitingOf(itemIdentifier), clock.now().epochMilliseconds + again_ms);
    }
    for (const waiting of batch) if (!putOff.has(waiting)) this.#deal(waiting);
  }

  #deal({ nth }: Waiting): void {
    if (nth !== undefined && !this.dealtWith.has(nth))
      this.dealtWith.set(nth, this.#world.clock.now().epochMilliseconds);
  }

  #arm(): void {
    const dice = this.#dice;
    const at = dice.chance(0.25) ? dice.int(1, 25) : undefined;
    Object.assign(this.#plan, { calls: 0, at, when: dice.pick(['before', 'after']), armed: true });
    this.#plan.names.length = 0;
  }

  #disarm(): void {
    this.#plan.armed = false;
    if (this.#plan.at !== undefined && this.#plan.calls >= this.#plan.at) this.crashes += 1;
  }
}

function shuffled<One>(list: readonly One[], random: Random): One[] {
  return list
    .map((one) => ({ one, place: random.fraction() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
