/** The routine work of one batch, summed up for one line of the log: a line for each message cost more than some of the work. */

/** What stands in the line. Logs Insights takes the lists apart by `unnest`. */
interface Line {
  readonly did: readonly { readonly what: string; readonly times: number }[];
  readonly scenarios: readonly Readonly<Record<string, string | number>>[];
  /** Of what must not be done twice: touchpoints that were sent. */
  readonly ids: readonly string[];
}

/** A batch does fewer kinds of things; a line must not grow without bound by what it was sent. */
const mostKinds = 60;
const longestKind = 120;

export class RoutineWork {
  readonly #did = new Map<string, number>();
  readonly #scenarios = new Map<string, Record<string, number>>();
  readonly #ids: string[] = [];

  did(what: string, id?: string): void {
    const known = what.slice(0, longestKind);
    const kind = this.#did.has(known) || this.#did.size < mostKinds ? known : 'more';
    this.#did.set(kind, (this.#did.get(kind) ?? 0) + 1);
    if (id !== undefined) this.#ids.push(id);
  }

  counted(scenario: string, name: string, by: number): void {
    const counts = this.#scenarios.get(scenario) ?? {};
    this.#scenarios.set(scenario, { ...counts, [name]: (counts[name] ?? 0) + by });
  }

  /** The line, and begins anew; nothing where nothing was done. */
  take(): Line | undefined {
    if (this.#did.size === 0 && this.#scenarios.size === 0) return undefined;
    const line = {
      did: [...this.#did].map(([what, times]) => ({ what, times })),
      scenarios: [...this.#scenarios].map(([scenario, counts]) => ({ scenario, ...counts })),
      ids: [...this.#ids],
    };
    this.#did.clear();
    this.#scenarios.clear();
    this.#ids.length = 0;
    return line;
  }
}
