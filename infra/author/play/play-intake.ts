/** What the engine put into its intake queue comes back at once in a play: clicks of hers, and words to many. */
import type { EventName } from '../../../shared/core/events/event-catalogue.ts';
import { parseEvent } from '../../../shared/core/events/event-schema.ts';
import type { IntakeMessage, MailEvent } from '../../../shared/core/events/intake-message.ts';
import { handleIntake } from '../../../shared/service/intake/handle-intake.ts';
import { ingest } from '../../../shared/service/intake/ingest.ts';
import type { OpenStore } from './play-store.ts';

/** Handles what waits there, and what that puts there in turn. */
export async function drainIntake({ engine, world }: Pick<OpenStore, 'engine' | 'world'>): Promise<void> {
  for (let message = next(world.intake); message !== undefined; message = next(world.intake)) {
    if ('kind' in message) {
      await handleIntake(engine, message);
      continue;
    }
    const event = parseEvent(message['detail-type'] satisfies EventName, message.detail, world.clock.now());
    if (event) await ingest(engine, event.detail.customer.id, [event]);
  }
}

const next = (intake: OpenStore['world']['intake']): IntakeMessage | MailEvent | undefined => intake.take();
