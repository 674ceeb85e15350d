/**
 * The queues of a store in memory, as strict as the deployed ones: messages pass the trust boundary of the functions as
 * text, and what becomes of one whose handling throws is production's own verdict (`functions/queue/sqs-batch.ts`).
 */
import type { SQSRecord } from 'aws-lambda';
import { readLaneMessage } from '../../functions/boundary/lane-message.ts';
import { eachRecord } from '../../functions/queue/sqs-batch.ts';
import { eventSources } from '../../infra/stack/event-sources.ts';
import type { QueueRole } from '../../infra/stack/names.ts';
import type { StoreEvent } from '../../shared/core/events/event.ts';
import type { LaneMessage } from '../../shared/core/events/lane-message.ts';
import type { Lane } from '../../shared/core/values/lane.ts';
import type { MemoryWorld } from '../../shared/memory/memory-world.ts';
import type { World } from '../../shared/ports/world.ts';
import { withGuestId } from '../../shared/service/intake/guests.ts';
import { takeEvents } from '../../shared/service/intake/mailbox.ts';
import type { Engine } from '../../shared/service/saving/engine.ts';
import { handleLaneMessage } from '../../shared/service/sending/handle-lane-message.ts';
import type { Sending } from '../../shared/service/sending/send-ports.ts';
import { DeadLetters } from './dead-letters.ts';
import { takeBusMessage } from './take-bus-message.ts';

interface Parts {
  /** Holds the queues, and what functions log and count. */
  readonly world: MemoryWorld;
  readonly engine: Engine<keyof World>;
  readonly sending: Sending;
}

interface Received {
  readonly queue: QueueRole;
  readonly body: string;
  take(body: string): Promise<unknown>;
  /** Puts the message back, to come again in so many seconds. */
  again(delay_s: number): Promise<void>;
}

/** An event put off again and again is taken to wait for what never comes in this test. */
const mostPutOffs = 5;

export function deployedQueues({ world, engine, sending }: Parts) {
  const deadLetters = new DeadLetters();
  const sources = new Map(eventSources(engine.settings).map((source) => [source.queue, source]));
  const failures: string[] = [];

  async function receive({ queue, body, take, again }: Received): Promise<void> {
    const { maxReceives = 1, visibility_s = 0 } = sources.get(queue) ?? {};
    let cause: unknown;
    const inbox = {
      bury: async (_: SQSRecord, reason: string) => deadLetters.bury(`${queue}: ${reason}`, cause),
      delay: async (_: SQSRecord, delay_s: number) => again(delay_s),
    };
    const record = { messageId: 'm-1', body } as SQSRecord;
    const { log, metrics } = world;
    const answer = await eachRecord({ log, metrics, inbox }, [record], async () => {
      try {
        await take(body);
      } catch (error) {
        cause = error;
        failures.push(error instanceof Error ? error.name : String(error));
        throw error;
      }
    });
    // Messages of the same words are not told apart.
    const message = queue + body;
    if (answer.batchItemFailures.length === 0) deadLetters.wasDealtWith(message);
    else if (deadLetters.failedAgain(message, `${queue}: ${failures.at(-1)}`, cause, maxReceives)) {
      await again(visibility_s);
    }
    deadLetters.mustBeExpected();
  }

  const handle = async (lane: Lane, message: LaneMessage) => {
    await receive({
      queue: lane,
      body: JSON.stringify(message),
      take: (body) => handleLaneMessage(sending, readLaneMessage(body)),
      again: (delay_s) => world.lanes.enqueue(lane, message, delay_s),
    });
    await drain();
  };

  const takeIn = (body: string) => takeBusMessage(engine, body, world.clock.now());

  /** Handles what waits in the intake queue, and what that puts there in turn; how many messages there were. */
  async function drain(): Promise<number> {
    let count = 0;
    for (let message = world.intake.take(); message; message = world.intake.take()) {
      const again = message;
      await receive({
        queue: 'intake',
        body: JSON.stringify(message),
        take: takeIn,
        again: async (delay_s) =>
          world.clock.schedule(
            world.clock.now().add({ seconds: delay_s }),
            () => void world.intake.put([again]),
          ),
      });
      count += 1;
    }
    return count;
  }

  /** Puts events of one customer, again and again until they are taken in. */
  async function put(...told: StoreEvent[]): Promise<void> {
    const events = await Promise.all(told.map((event) => withGuestId(engine, event)));
    const customer = events[0]?.detail.customer.id ?? '';
    const body = JSON.stringify(events);
    const take = () => takeEvents(engine, customer, events);
    for (let putOffs = 0, isBack = true; isBack; putOffs += 1) {
      isBack = false;
      await receive({
        queue: 'intake',
        body,
        take,
        again: async () => {
          isBack = true;
        },
      });
      if (putOffs >= mostPutOffs) throw new Error(`an event is put off without end: ${failures.at(-1)}`);
    }
    await drain();
  }

  return { deadLetters, failures, handle, drain, put };
}
