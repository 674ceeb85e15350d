import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { openBook } from '../../../shared/core/language/scenario-book.ts';
import { segmentsNamed } from '../../../shared/core/language/segments-named.ts';
import { nextMoment, withSegments } from '../../../shared/core/questions/segments.ts';
import {
  checkPublishedSegments,
  segmentsAsked,
  UnknownPublishedSegment,
} from '../../../shared/core/questions/segments-asked.ts';
import { type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import { exampleSettings } from '../../../shared/example/settings.ts';
import { engineSettings } from '../../../shared/settings/engine-settings.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { settings } from '../../support/given.ts';
import { branch, marketing, send, templates } from '../../support/scenarios.ts';
import { lifecycle } from '../../support/store-by-clock.ts';

const now = Temporal.Instant.from('2026-06-01T00:00:00Z');
const daysAgo = (days: number) => now.subtract({ hours: 24 * days });
const told = (...names: string[]) => ({ ...settings, segmentsTold: names });
const bookOf = (...scenarios: Scenario[]) => openBook(scenarios, templates, lifecycle);

const winBack: Scenario = {
  ...marketing(),
  id: 'win-back',
  trigger: { segment: 'churned', when: 'entered', oncePer: 'ever', whileRunning: 'ignore' },
  steps: [send('a')],
};

const buyer: Customer = {
  ...newCustomer('mori', 'c-1'),
  lifecycle: { orders: 1, firstOrderAt: daysAgo(10), lastOrderAt: daysAgo(10) },
};
const names = (customer: Customer, scenarios: Scenario[], ...segments: string[]) =>
  segmentsAsked(customer, { settings: told(...segments), book: bookOf(...scenarios) }).map(
    ({ name }) => name,
  );

describe('the segments somebody asks for', () => {
  test('are none, unless the store wants some told or a scenario names one', () => {
    expect(segmentsAsked(buyer, { settings, book: bookOf() })).toEqual([]);
    expect(engineSettings(parseSettings(exampleSettings)).segmentsTold).toEqual([]);
  });

  test('are those that are told, and those an open scenario names', () => {
    expect(names(buyer, [])).toEqual([]);
    expect(names(buyer, [], 'vip')).toEqual(['vip']);
    expect(names(buyer, [winBack], 'vip')).toEqual(['vip', 'churned']);
    expect(names(buyer, [{ ...winBack, enabled: false }])).toEqual([]);
    expect(names(buyer, [{ ...winBack, limit: { pilot: 1e-9 } }])).toEqual([]);
  });

  test('are those of a story she is in, though it lets nobody in any more', () => {
    const closed = { ...winBack, enabled: false };
    const enrolment = { scenario: 'win-back', version: 1 } as Customer['enrolments'][number];
    expect(names({ ...buyer, enrolments: [enrolment] }, [closed])).toEqual(['churned']);
    const ended = { ...enrolment, ended: { at: now, because: 'completed' as const } };
    expect(names({ ...buyer, enrolments: [ended] }, [closed])).toEqual([]);
  });

  test('are found in triggers, limits and filters at any depth', () => {
    const scenario: Scenario = {
      ...marketing(),
      limit: { segment: 'regular' },
      steps: [
        branch(
          'who',
          {
            any: [
              { the: 'customer.segments', is: 'vip' },
              { not: { the: 'customer.segments', oneOf: ['dormant'] } },
            ],
          },
          'send-a',
          'send-b',
        ),
        send('a'),
        send('b', { when: { the: 'customer.segments', isNot: 'prospect' } }),
      ],
    };
    expect(segmentsNamed(scenario, lifecycle).sort()).toEqual(['dormant', 'prospect', 'regular', 'vip']);
    const open = {
      ...scenario,
      limit: {},
      steps: [send('a', { when: { the: 'customer.segments', exists: true } })],
    };
    expect(segmentsNamed(open, lifecycle)).toEqual(lifecycle.map(({ name }) => name));
  });
});

test('a name that is no segment is refused with those that are', () => {
  expect(() => checkPublishedSegments(told('vip', 'vips'), lifecycle)).toThrow(UnknownPublishedSegment);
  expect(() => checkPublishedSegments(told('vips'), lifecycle)).toThrow('take of churned, dormant');
  expect(() => checkPublishedSegments(settings, lifecycle)).not.toThrow();
});

describe('what nobody asks for', () => {
  const book = bookOf(winBack);

  test('arms no look: the next moment is the one of the segment that is named', () => {
    const around = { settings: told(), book };
    expect(nextMoment(buyer, now, around)).toEqual(daysAgo(10).add({ hours: 24 * 180 }));
    expect(nextMoment(buyer, now, { settings: told(), book: bookOf() })).toBeUndefined();
    expect(nextMoment(buyer, now, { settings: told('dormant'), book })).toEqual(
      daysAgo(10).add({ hours: 24 * 90 }),
    );
  });

  test('is in the record all the same when she is asked, and is not told', () => {
    const { customer, entered, pending } = withSegments(buyer, now, { settings: told('vip'), book }, 'e1');
    expect([Object.keys(customer.segments), entered, pending]).toEqual([['first-time'], ['first-time'], []]);
    const all = withSegments(buyer, now, { settings: told('first-time'), book }, 'e1');
    expect(all.pending.map(({ detail }) => detail.segment)).toEqual(['first-time']);
  });
});
