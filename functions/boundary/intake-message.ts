/** The trust boundary of what the engine itself puts into the intake queue: ids, and data of the store. */
import { type IntakeMessage, intakeMessageSchema } from '../../shared/core/events/intake-message.ts';

export class MalformedIntakeMessage extends Error {
  override readonly name = 'MalformedIntakeMessage';
  readonly code = 'MALFORMED_INTAKE_MESSAGE';
}

/** True for what says of itself that it is no event of the bus; `readIntakeMessage` tells whether it is right. */
export function isIntakeMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && !('detail-type' in data);
}

/** @throws {@link MalformedIntakeMessage} */
export function readIntakeMessage(data: unknown): IntakeMessage {
  const result = intakeMessageSchema().safeParse(data);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.map(String).join('.') || 'message');
  throw new MalformedIntakeMessage(
    `an intake message is an enrol, told, many, look or mailbox message of this engine: mend ${[...new Set(fields)].join(', ')}`,
  );
}
