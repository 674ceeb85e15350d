import { expect, test } from 'vitest';
import { whenAsked } from '../../shared/aws/when-asked.ts';

class Counter {
  static made = 0;
  readonly #step = 2;
  count = 0;
  constructor() {
    Counter.made += 1;
  }
  add(): number {
    this.count += this.#step;
    return this.count;
  }
}

test('what is made when asked is made once, by the first question, and is itself in its methods', () => {
  Counter.made = 0;
  const counter = whenAsked(() => new Counter());
  expect(Counter.made).toBe(0);
  expect([counter.count, counter.add(), counter.add(), counter.count]).toEqual([0, 2, 4, 4]);
  expect(Counter.made).toBe(1);
});

test('what could not be made is tried again by the next question', () => {
  const answers = [
    () => {
      throw new Error('no region');
    },
    () => new Counter(),
  ];
  const counter = whenAsked(() => (answers.shift() as () => Counter)());
  expect(() => counter.add()).toThrow('no region');
  expect(counter.add()).toBe(2);
});
