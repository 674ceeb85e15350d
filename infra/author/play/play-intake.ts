/** What the engine put into its intake queue comes back at once in a play: clicks of hers, and words to many. */
import type { Applied } from '../../../shared/core/enrolments/apply-events.ts';
import { parseEvent } from '../../../shared/core/events/event-schema.ts';
import type { IntakeMessage, MailEvent } from '../../../shared/core/events/intake-message.ts';
import { handleIntake } from '../../../shared/service/intake/handle-intake.ts';
import { takeEvents } from '../../../shared/service/intake/mailbox.ts';
import type { OpenStore } from './play-store.ts';

/**
 * Handles what waits there, and what that puts there in turn.
 *
 * @param heard is told each decision on a customer
 */
export async function drainIntake(
  { engine, world }: Pick<OpenStore, 'engine' | 'world'>,
  heard: (applied: Applied) => void = () => {},
): Promise<void> {
  const next = (): IntakeMessage | MailEvent | undefined => world.intake.take();
  for (let message = next(); message !== undefined; message = next()) {
    const handled =
      'kind' in message ? await handleIntake(engine, message) : await takeMailEvent(engine, message, world);
    if (typeof handled === 'object') heard(handled);
  }
}

async function takeMailEvent(engine: OpenStore['engine'], message: MailEvent, { clock }: OpenStore['world']) {
  const event = parseEvent(message['detail-type'], message.detail, clock.now());
  return event && takeEvents(engine, event.detail.customer.id, [event]);
}
