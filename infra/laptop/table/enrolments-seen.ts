/** Every enrolment that ever stood in a record. The record itself forgets ended ones, so they are counted as it is written. */
import { unpacked } from '../../../shared/aws/packed-record.ts';
import type { CommittedWrite, Watcher } from './seam.ts';

export class EnrolmentsSeen implements Watcher {
  readonly #ids = new Set<string>();

  get count(): number {
    return this.#ids.size;
  }

  committed({ key, after }: CommittedWrite): void {
    const doc = after?.doc?.B as unknown;
    // Records alone have no second key.
    if (key.sk !== undefined || typeof doc !== 'string') return;
    const { enrolments } = unpacked({ doc: Buffer.from(doc, 'base64') });
    for (const { id } of (enrolments ?? []) as { id: string }[]) this.#ids.add(id);
  }
}
