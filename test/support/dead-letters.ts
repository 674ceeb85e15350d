/** What production would lay among the dead letters fails the test, unless the test says that it expects it. */
import { atTestEnd } from './at-test-end.ts';

/** The cause is what the handling of the message threw. */
export class DeadLettered extends Error {
  override readonly name = 'DeadLettered';
}

/** A message that failed and comes back by itself: after so many failures it is a dead letter. */
interface Failing {
  readonly times: number;
  readonly reason: string;
  readonly cause: unknown;
}

export class DeadLetters {
  /** Of all that was laid there, expected or not, the reasons in their order. */
  readonly reasons: string[] = [];
  readonly #failing = new Map<string, Failing>();
  #expected: readonly RegExp[] = [];
  #unexpected: DeadLettered | undefined;

  constructor() {
    atTestEnd.add(() => this.#mustBeOver());
  }

  bury(reason: string, cause: unknown): void {
    this.reasons.push(reason);
    if (this.#expected.some((pattern) => pattern.test(reason))) return;
    this.#unexpected ??= new DeadLettered(`production would dead-letter a message: ${reason}`, { cause });
  }

  /** Counts a failure of a message that comes back by itself. Returns whether it comes back once more. */
  failedAgain(message: string, reason: string, cause: unknown, maxReceives: number): boolean {
    const times = (this.#failing.get(message)?.times ?? 0) + 1;
    this.#failing.set(message, { times, reason, cause });
    if (times < maxReceives) return true;
    this.#failing.delete(message);
    this.bury(`${reason} (${times} times)`, cause);
    return false;
  }

  /** The message was handled, put off or buried. */
  wasDealtWith(message: string): void {
    this.#failing.delete(message);
  }

  /** Throws the first {@link DeadLettered} that nobody expected, and again whenever it is asked later. */
  mustBeExpected(): void {
    if (this.#unexpected) throw this.#unexpected;
  }

  /** Does `work`, of which something must be buried for a reason like `pattern`; for any other reason nothing may. */
  async expect<Result>(pattern: RegExp, work: () => Promise<Result>): Promise<Result> {
    const before = this.reasons.length;
    this.#expected = [...this.#expected, pattern];
    try {
      const result = await work();
      if (this.reasons.slice(before).some((reason) => pattern.test(reason))) return result;
      throw new Error(`nothing was dead-lettered for ${pattern}`);
    } finally {
      this.#expected = this.#expected.filter((one) => one !== pattern);
    }
  }

  /** A test may end before a message has failed often enough; what never came through would be dead in the end. */
  #mustBeOver(): void {
    this.mustBeExpected();
    const [first] = this.#failing.values();
    if (first) throw new DeadLettered(`a message failed and never came through: ${first.reason}`, first);
  }
}
