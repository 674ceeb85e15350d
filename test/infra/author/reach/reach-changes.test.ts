import { expect, test } from 'vitest';
import { reachDifference } from '../../../../infra/author/diff/reach-changes.ts';
import { reachChangeLines } from '../../../../infra/author/diff/reach-lines.ts';
import type { Rehearsal } from '../../../../infra/author/reach/rehearse-lives.ts';

/** One life: of each message whether it was got. */
const lived = (life: string, messages: Readonly<Record<string, readonly boolean[]>>): Rehearsal => ({
  life,
  until_ms: 0,
  heard: [],
  fates: Object.entries(messages).flatMap(([step, times]) =>
    times.map((got) => ({
      life,
      customer: 'c-1',
      scenario: 's',
      step,
      template: `t/${step}`,
      kind: 'marketing' as const,
      meantAt_ms: 0,
      got,
      by: [],
    })),
  ),
});

test('who gets the same changes nothing', () => {
  const all = [lived('a/0', { hello: [true], gift: [false] })];
  const difference = reachDifference(all, structuredClone(all));
  expect(difference.changes).toEqual([]);
  expect(reachChangeLines(difference, 1)).toEqual([
    'Reach of 1 rehearsed customers: they should get 2 messages, and got 1.',
    'No message goes to others than before.',
  ]);
});

test('a message that came, one that is lost now, and one that others get instead are told with whom', () => {
  const before = [
    lived('a/0', { hello: [true], gift: [false], news: [true] }),
    lived('a/1', { hello: [true], gift: [false], news: [false] }),
    lived('b/0', { hello: [true, true] }),
  ];
  const now = [
    lived('a/0', { hello: [true], gift: [true], news: [false] }),
    lived('a/1', { hello: [true], gift: [true], news: [true] }),
    lived('b/0', { hello: [true, false], sale: [true] }),
  ];
  const difference = reachDifference(before, now);
  expect(difference.changes).toEqual([
    { message: 's/gift', before: { should: 2, got: 0 }, now: { should: 2, got: 2 }, lives: [['a', 2]] },
    // As many as before, and others.
    { message: 's/news', before: { should: 2, got: 1 }, now: { should: 2, got: 1 }, lives: [['a', 2]] },
    { message: 's/hello', before: { should: 4, got: 4 }, now: { should: 4, got: 3 }, lives: [['b', 1]] },
    { message: 's/sale', before: { should: 0, got: 0 }, now: { should: 1, got: 1 }, lives: [['b', 1]] },
  ]);
  const lines = reachChangeLines(difference, 3).map((line) => line.replaceAll(/ {2,}/g, ' | ').trim());
  expect(lines).toEqual([
    'Reach of 3 rehearsed customers: they should get 8 -> 9 messages, and got 5 -> 7.',
    'message | should | got | reach | for whom',
    's/gift | 2 | 0 -> 2 | 0 % -> 100 % | a 2',
    's/news | 2 | 1 | 50 % | a 2',
    's/hello | 4 | 4 -> 3 | 100 % -> 75 % | b 1',
    's/sale | 0 -> 1 | 0 -> 1 | nobody -> 100 % | b 1',
  ]);
});
