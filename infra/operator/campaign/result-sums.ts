/** The counts of a campaign: what went and what came of it, beside those who were left out to be compared. */
import type { RecordedTouchpoint } from '../../../shared/core/record/touchpoint.ts';
import type { AfterLetter } from './after-letter.ts';
import { differenceOf } from './newcombe.ts';

/** Those of one side, as far as their touchpoints tell. */
class Side {
  all = 0;
  /** Of those whose window is over. */
  readonly closed = { all: 0, of: 0 };
  ordered = 0;
  orders = 0;
  afterPress = 0;
  unsubscribed = 0;
  readonly spent: Record<string, number> = {};

  add({ isClosed, orders, spent, afterPress, unsubscribed }: AfterLetter): void {
    this.all += 1;
    this.ordered += orders > 0 ? 1 : 0;
    this.orders += orders;
    this.afterPress += afterPress ? 1 : 0;
    this.unsubscribed += unsubscribed ? 1 : 0;
    this.closed.all += isClosed ? 1 : 0;
    this.closed.of += isClosed && orders > 0 ? 1 : 0;
    for (const [currency, amount] of Object.entries(spent))
      this.spent[currency] = (this.spent[currency] ?? 0) + amount;
  }

  data() {
    const { all, ordered, orders, afterPress, unsubscribed, spent, closed } = this;
    return { customers: all, ordered, orders, afterPress, unsubscribed, spent, closed };
  }
}

export type ResultCounts = ReturnType<ResultSums['data']>;

export class ResultSums {
  waiting = 0;
  readonly #states: Record<string, number> = {};
  readonly #skipped: Record<string, number> = {};
  readonly #feedback: Record<string, number> = {};
  readonly #got = new Side();
  /** All who came in, by the side they came in on: whatever kept a letter from one of them would have from another. */
  readonly #treated = new Side();
  readonly #compared = new Side();

  add({ state, because, feedback }: RecordedTouchpoint, outcome: AfterLetter, isCompared: boolean): void {
    this.#states[state] = (this.#states[state] ?? 0) + 1;
    if (state === 'skipped') this.#skipped[because] = (this.#skipped[because] ?? 0) + 1;
    for (const kind of Object.keys(feedback)) this.#feedback[kind] = (this.#feedback[kind] ?? 0) + 1;
    if (state === 'sent') this.#got.add(outcome);
    (isCompared ? this.#compared : this.#treated).add(outcome);
  }

  data() {
    return {
      sent: 0,
      ...(this.#states as { readonly skipped?: number; readonly unknown?: number }),
      waiting: this.waiting,
      skippedBecause: this.#skipped as Readonly<Record<string, number>>,
      feedback: this.#feedback as Readonly<Record<string, number>>,
      got: this.#got.data(),
      treated: this.#treated.data(),
      compared: this.#compared.data(),
      difference: differenceOf(this.#treated.closed, this.#compared.closed),
    };
  }
}
