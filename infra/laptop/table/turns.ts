/** Lets many things run at once, and now and then one by itself: alone, after all that runs, and before what comes. */
export class Turns {
  readonly #running = new Set<Promise<unknown>>();
  /** The last that goes alone, while there is one. */
  #alone: Promise<unknown> | undefined;

  async together<T>(task: () => Promise<T>): Promise<T> {
    while (this.#alone) await this.#alone.catch(() => undefined);
    const run = task();
    this.#running.add(run);
    return run.finally(() => this.#running.delete(run));
  }

  alone<T>(task: () => Promise<T>): Promise<T> {
    const before = this.#alone;
    const run = async () => {
      await before?.catch(() => undefined);
      await Promise.allSettled(this.#running);
      return task();
    };
    const done: Promise<T> = run().finally(() => {
      if (this.#alone === done) this.#alone = undefined;
    });
    this.#alone = done;
    return done;
  }
}
