/** The port of the intake queue. */
import type { IntakeMessage, MailEvent } from '../core/events/intake-message.ts';

/** The intake queue as the engine fills it itself: one message is one customer's event or the next page of many. */
export interface Intake {
  put(messages: readonly (IntakeMessage | MailEvent)[]): Promise<void>;
}
