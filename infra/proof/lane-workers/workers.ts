/** The workers of both lanes, as Lambda runs them: each takes batches of its lane, one message after another, at its own pace. */
import { tokenPacer } from '../../../shared/aws/token-pacer.ts';
import type { LaneMessage } from '../../../shared/core/events/lane-message.ts';
import { lanes as bothLanes, type Lane } from '../../../shared/core/values/lane.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Pacer } from '../../../shared/ports/mailer.ts';
import { type LaneSettings, lanePace } from '../../../shared/settings/lane-paces.ts';
import { eventSources, timeout_s } from '../../stack/event-sources.ts';
import { chance } from '../chance.ts';
import type { VirtualLanes } from './virtual-lanes.ts';

/** From the end of a batch until the next has come: its messages are deleted, others received. */
const betweenBatches_ms = 50;

/** What one worker has for itself. */
export interface Worker {
  readonly lane: Lane;
  readonly pacer: Pacer;
  /** Milliseconds until its invocation is cut off. */
  remaining_ms(): number;
}

interface Workplace {
  /** Side by side. */
  readonly clock: Clock;
  readonly lanes: VirtualLanes;
  readonly settings: LaneSettings;
  /** What a worker does with a message. */
  handlerOf(worker: Worker): (message: LaneMessage) => Promise<void>;
}

/** Sets the workers of both lanes to work. Never resolves; rejects when one of them fails. */
export async function startWorkers(place: Workplace): Promise<never> {
  const all = bothLanes.flatMap((lane) =>
    Array.from({ length: lanePace(place.settings, lane).workers }, (_, nth) => work(place, lane, nth)),
  );
  return Promise.race(all);
}

async function work(
  { clock, lanes, settings, handlerOf }: Workplace,
  lane: Lane,
  nth: number,
): Promise<never> {
  const { batchSize, visibility_s } = sourceOf(settings, lane);
  const paces = {
    transactional: lanePace(settings, 'transactional'),
    marketing: lanePace(settings, 'marketing'),
  };
  const now_ms = () => clock.now().epochMilliseconds;
  let invokedAt_ms = 0;
  let drawn = 0;
  const handle = handlerOf({
    lane,
    pacer: tokenPacer({
      clock,
      paces,
      isIdle: (other) => lanes.isIdle(other),
      chance: () => chance('turn', lane, nth, ++drawn),
      log: { warn() {} },
    }),
    remaining_ms: () => invokedAt_ms + timeout_s.sender * 1000 - now_ms(),
  });
  for (;;) {
    const batch = lanes.take(lane, batchSize);
    invokedAt_ms = now_ms();
    for (const message of batch) {
      try {
        await handle(message);
      } catch (error) {
        if (!isOutOfTime(error)) throw error;
        // What a worker had no time for is seen again when its batch is, as on SQS.
        await lanes.enqueue(lane, message, visibility_s);
      }
    }
    lanes.done(lane, batch.length);
    if (batch.length === 0) await lanes.filled(lane);
    else await clock.sleep(betweenBatches_ms);
  }
}

const isOutOfTime = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'NOT_ENOUGH_TIME';

function sourceOf(settings: LaneSettings, lane: Lane) {
  const source = eventSources(settings).find(({ queue }) => queue === lane);
  if (!source) throw new Error(`infra/stack/event-sources.ts feeds nobody from the ${lane} lane.`);
  return source;
}
