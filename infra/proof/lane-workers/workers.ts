/** The workers of both lanes, as Lambda runs them: each takes batches of its lane, one message after another, at its own pace. */
import { verdictOf } from '../../../functions/queue/verdict.ts';
import { tokenPacer } from '../../../shared/aws/token-pacer.ts';
import type { LaneMessage } from '../../../shared/core/events/lane-message.ts';
import { lanes as bothLanes, type Lane } from '../../../shared/core/values/lane.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Pacer } from '../../../shared/ports/mailer.ts';
import { type ConfirmSettings, confirmPace_ms, lanePaces } from '../../../shared/settings/lane-paces.ts';
import { eventSourceOf, timeout_s } from '../../stack/event-sources.ts';
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
  readonly settings: ConfirmSettings;
  /** What a worker does with a message. */
  handlerOf(worker: Worker): (message: LaneMessage) => Promise<void>;
}

/** Sets the workers of both lanes to work. Never resolves; rejects when one of them fails. */
export async function startWorkers(place: Workplace): Promise<never> {
  const paces = lanePaces(place.settings);
  const all = bothLanes.flatMap((lane) => {
    const { batchSize } = eventSourceOf(place.settings, lane);
    const post = { ...place, lane, paces, confirmEvery_ms: confirmPace_ms(place.settings), batchSize };
    return Array.from({ length: paces[lane].workers }, (_, nth) => work(post, nth));
  });
  return Promise.race(all);
}

interface Post extends Workplace {
  readonly lane: Lane;
  readonly paces: ReturnType<typeof lanePaces>;
  readonly confirmEvery_ms: number;
  readonly batchSize: number;
}

async function work(post: Post, nth: number): Promise<never> {
  const { clock, lanes, handlerOf, lane, paces, confirmEvery_ms, batchSize } = post;
  const now_ms = () => clock.now().epochMilliseconds;
  let invokedAt_ms = 0;
  let drawn = 0;
  const handle = handlerOf({
    lane,
    pacer: tokenPacer({
      clock,
      paces,
      confirmEvery_ms,
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
        const verdict = verdictOf(error);
        if (verdict.do !== 'delay') throw error;
        await lanes.enqueue(lane, message, verdict.delay_s);
      }
    }
    lanes.done(lane, batch.length);
    if (batch.length === 0) await lanes.filled(lane);
    else await clock.sleep(betweenBatches_ms);
  }
}
