/** Every run that ever stood in a record. The record itself forgets ended ones, so they are counted as it is written. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

export class EnrolmentsSeen {
  readonly #ids = new Set<string>();

  get count(): number {
    return this.#ids.size;
  }

  /** @param record a customer's item as it is stored */
  note(record: Record<string, AttributeValue>): void {
    for (const { M: enrolment } of record.enrolments?.L ?? []) {
      if (enrolment?.id?.S !== undefined) this.#ids.add(enrolment.id.S);
    }
  }
}
