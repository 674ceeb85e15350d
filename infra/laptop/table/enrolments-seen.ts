/** Every enrolment that ever stood in a record. The record itself forgets ended ones, so they are counted as it is written. */
import { recordOfItem } from './record-of-item.ts';
import type { CommittedWrite, Watcher } from './seam.ts';

export class EnrolmentsSeen implements Watcher {
  readonly #ids = new Set<string>();

  get count(): number {
    return this.#ids.size;
  }

  committed({ key, after }: CommittedWrite): void {
    // Records alone have no second key.
    if (key.sk !== undefined || after?.doc === undefined) return;
    const { enrolments } = recordOfItem(after);
    for (const { id } of (enrolments ?? []) as { id: string }[]) this.#ids.add(id);
  }
}
