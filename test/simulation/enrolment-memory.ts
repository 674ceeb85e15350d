/** What the stored records have shown of runs and customers, beyond what a record itself remembers. */
import type { Customer } from '../../shared/core/record/customer.ts';
import { mostSends } from './released-claims.ts';

export class EnrolmentMemory {
  /** When a run first stood in a record, in milliseconds since 1970. */
  readonly seenAt = new Map<string, number>();
  /** Why runs ended, by enrolment. */
  readonly endings = new Map<string, string>();
  /** Runs that ever stood in a record: `customer\nscenario\nkey`. */
  readonly entered = new Set<string>();
  /** The touchpoint of each step of a story: `customer\nscenario\nkey\nstep\nlap`. */
  readonly stories = new Map<string, string>();
  /** Scenarios that a customer was ever let into: `customer\nscenario`. */
  readonly lives = new Set<string>();
  /** When a customer was first stored, and when her zone or birthday last changed, in milliseconds since 1970. */
  readonly knownSince = new Map<string, number>();
  readonly changedAt = new Map<string, number>();

  /** Whose record once held as many sends as it may: of what came before it does not tell all. */
  readonly full = new Set<string>();

  /** The runs of a record stood in the other's from the first. */
  takenOver(from: string, to: string): void {
    const hers = (key: string) => key.startsWith(`${from}\n`);
    const renamed = (key: string) => `${to}${key.slice(from.length)}`;
    for (const run of [...this.entered].filter(hers)) this.entered.add(renamed(run));
    for (const [step, touchpoint] of [...this.stories].filter(([key]) => hers(key)))
      this.stories.set(renamed(step), touchpoint);
  }

  saved(before: Customer | undefined, after: Customer, at_ms: number): void {
    for (const { id, scenario, key, ended } of after.enrolments) {
      this.entered.add(`${after.id}\n${scenario}\n${key}`);
      if (!this.seenAt.has(id)) this.seenAt.set(id, at_ms);
      if (ended) this.endings.set(id, ended.because);
    }
    if (after.sends.length >= mostSends) this.full.add(after.id);
    if (!before) this.knownSince.set(after.id, at_ms);
    const { birthday, timeZone } = before?.profile ?? {};
    const isAnother = after.profile.birthday !== birthday || after.profile.timeZone !== timeZone;
    if (isAnother) this.changedAt.set(after.id, at_ms);
  }
}
