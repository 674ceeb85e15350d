/** Every run that ever stood in a record. The record itself forgets ended ones, so they are counted as it is written. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unpacked } from '../../../shared/aws/packed-record.ts';

export class EnrolmentsSeen {
  readonly #ids = new Set<string>();

  get count(): number {
    return this.#ids.size;
  }

  /** @param record a customer's item as it goes over the wire: binary is base64 text */
  note(record: Record<string, AttributeValue>): void {
    const doc = record.doc?.B as unknown;
    if (typeof doc !== 'string') return;
    const { enrolments } = unpacked({ doc: Buffer.from(doc, 'base64') });
    for (const { id } of (enrolments ?? []) as { id: string }[]) this.#ids.add(id);
  }
}
