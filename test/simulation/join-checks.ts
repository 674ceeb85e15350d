/** Records that become part of another's, and records that are erased: whose a fact is from then on, and that nobody comes back. */
import type { Customer } from '../../shared/core/record/customer.ts';
import type { MemoryWorld } from '../../shared/memory/memory-world.ts';
import type { Oracle } from './oracle.ts';

export class Joins {
  /** By the record that stays, those that were handed over and not yet taken. */
  readonly #waiting = new Map<string, string[]>();
  readonly #oracle: Oracle;

  constructor(oracle: Oracle) {
    this.#oracle = oracle;
  }

  /** True for a save that takes nothing in: it hands a record over, or takes one over. */
  saved(before: Customer | undefined, after: Customer): boolean {
    const { truth } = this.#oracle;
    this.#oracle.check('who is erased stays so', truth.erased.has(after.id) && after.id);
    const { id, mergedInto, enrolments } = after;
    if (mergedInto !== undefined) {
      const one = enrolments.find(({ ended }) => !ended);
      this.#oracle.check("nothing runs in a record that is another's", one && `${id}: ${one.scenario}`);
      // Of what it had claimed a second try may still be made.
      if (before?.mergedInto !== undefined) return before.mergedInto !== mergedInto;
      truth.storefront.handedOver(id, mergedInto);
      this.#waiting.set(mergedInto, [...(this.#waiting.get(mergedInto) ?? []), id]);
      return true;
    }
    if (after.aliases.length <= (before?.aliases.length ?? 0)) return false;
    for (const from of this.#waiting.get(id) ?? []) this.#takenOver(from, id);
    this.#waiting.delete(id);
    return true;
  }

  #takenOver(from: string, to: string): void {
    const { truth, memory } = this.#oracle;
    truth.storefront.takenOver(from);
    truth.carts.takenOver(from, to);
    memory.takenOver(from, to);
  }
}

/** Of whoever is erased neither the record is left nor what lies beside it. */
export function checkErased(oracle: Oracle, { records, touchpoints }: MemoryWorld): void {
  const told = new Set(touchpoints.all().map(({ customer }) => customer));
  for (const id of oracle.truth.erased)
    oracle.check('nothing is left of who was erased', (records.stored(id) || told.has(id)) && id);
}
