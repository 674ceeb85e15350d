import { expect, test } from 'vitest';
import { valueFaults } from '../../../shared/core/language/check/check-values.ts';
import type { Filter } from '../../../shared/core/language/filter.ts';
import { segments } from '../../../shared/library.ts';
import { marketing } from '../../support/scenarios.ts';

const filters = new Map<string, Filter>(segments.map(({ name, is }) => [name, is]));
const orders = (is: number) => ({ the: 'customer.lifecycle.orders', is }) as const;
const bySegment = {
  segment: 'first-time',
  when: 'entered',
  oncePer: 'ever',
  whileRunning: 'ignore',
} as const;

test.each([
  [
    'a filter that its segment excludes',
    { trigger: { ...bySegment, filter: orders(0) } },
    /^trigger: nobody who/,
  ],
  [
    'a limit that excludes its segment',
    { trigger: bySegment, limit: { segment: 'prospect' } },
    /^trigger: nobody who/,
  ],
  [
    'whoever left a segment and must be in it',
    { trigger: { ...bySegment, when: 'left' }, limit: { segment: 'first-time' } },
    /^trigger: nobody who/,
  ],
  [
    'a state of exit in which everybody enters',
    {
      trigger: { on: 'OrderPlaced', filter: orders(1) },
      exitOn: [{ when: { the: 'customer.lifecycle.orders', atLeast: 1 } }],
    },
    /^exitOn when: whoever meets the trigger/,
  ],
])('nobody is let in by %s', (_, parts, says) => {
  const scenario = marketing(parts as Parameters<typeof marketing>[0]);
  expect(valueFaults(scenario, filters)).toEqual([expect.stringMatching(says)]);
});

test('who enters and may leave later, and who is of two segments, is let in', () => {
  const leaving = { when: { the: 'customer.lifecycle.orders', atLeast: 2 } } as const;
  expect(
    valueFaults(marketing({ trigger: { ...bySegment, filter: orders(1) }, exitOn: [leaving] }), filters),
  ).toEqual([]);
  expect(valueFaults(marketing({ trigger: bySegment, limit: { segment: 'member' } }), filters)).toEqual([]);
});
