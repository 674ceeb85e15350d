/** Manners must hold however many stories she is in: drawn at random, walked timer by timer to the end of each. */
import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Step } from '../../../shared/core/language/steps.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import type { Cap, EngineSettings } from '../../../shared/core/record/engine-settings.ts';
import type { RecentSend } from '../../../shared/core/record/recent-send.ts';
import { priorities } from '../../../shared/core/values/priority.ts';
import { consent, placed } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { marketing, send, waitFor } from '../../support/scenarios.ts';

const topics = ['tips', 'offers', 'course'] as const;
const contents = ['brand', 'product', 'offer'] as const;

const message = fc.record({
  wait_hours: fc.integer({ min: 1, max: 60 }),
  topic: fc.constantFrom(...topics),
  content: fc.constantFrom(...contents),
  expiry_hours: fc.integer({ min: 2, max: 96 }),
});
const scenarios = fc
  .array(fc.tuple(fc.constantFrom(...priorities), fc.array(message, { minLength: 1, maxLength: 4 })), {
    minLength: 2,
    maxLength: 8,
  })
  .map((drawn) => drawn.map(([priority, messages], n) => scenarioOf(`story-${n}`, priority, messages)));

function scenarioOf(
  id: string,
  priority: (typeof priorities)[number],
  messages: readonly {
    wait_hours: number;
    topic: (typeof topics)[number];
    content: (typeof contents)[number];
    expiry_hours: number;
  }[],
): Scenario {
  const steps = messages.flatMap(({ wait_hours, topic, content, expiry_hours }, n): Step[] => [
    waitFor(`wait-${n}`, { hours: wait_hours }),
    send('b', { id: `send-${n}`, topic, content, expiry: { hours: expiry_hours } }),
  ]);
  return marketing({ id, priority, steps });
}

const cap: fc.Arbitrary<Cap> = fc.record(
  {
    max: fc.integer({ min: 1, max: 3 }),
    days: fc.integer({ min: 1, max: 7 }),
    topic: fc.constantFrom(...topics),
    content: fc.constantFrom(...contents),
    exceptTopics: fc.constant(['course' as const]),
  },
  { requiredKeys: ['max', 'days'] },
);
const settings = fc.record({
  caps: fc.array(cap, { minLength: 1, maxLength: 3 }),
  quietHours: fc.constantFrom(null, { from: '21:00', to: '08:00' }, { from: '01:00', to: '06:30' }),
  hoursApart: fc.constantFrom(0, 12),
});
const zone = fc.constantFrom('Asia/Tokyo', 'America/New_York', 'Australia/Lord_Howe');

interface Played {
  readonly went: readonly RecentSend[];
  readonly skipped: readonly RecentSend[];
  readonly last: Customer;
}

/** Each timer at its due, the earliest first, until every story is over. What the record forgets is kept here. */
function played(scenarios: readonly Scenario[], parts: Partial<EngineSettings>, timeZone: string): Played {
  const store = storeWith(scenarios, { settings: parts });
  const order = placed('o-1', '2026-03-27 12:30', { customer: { timeZone } });
  let known = store.given(order, consent('2026-03-27 12:31', true, ['course'])).customer;
  const decided = new Map<string, RecentSend>();
  for (let turns = 0; turns < 600; turns += 1) {
    const [next] = known.enrolments
      .filter(({ ended }) => !ended)
      .toSorted((a, b) => (a.due.epochNanoseconds < b.due.epochNanoseconds ? -1 : 1));
    if (!next) break;
    const { customer, outcome } = store.from(known).when(timer(next.id));
    if (outcome.sent.length === 0 && outcome.skipped.length === 0) {
      const after = customer.enrolments.find(({ id }) => id === next.id);
      if (after && !after.ended && after.step.startsWith('send')) expect(after.held).toBeDefined();
    }
    known = customer;
    for (const one of known.sends) decided.set(one.touchpoint, one);
  }
  const all = [...decided.values()];
  return {
    went: all.filter(({ state }) => state !== 'skipped'),
    skipped: all.filter(({ state }) => state === 'skipped'),
    last: known,
  };
}

const dayOf = (instant: Temporal.Instant, timeZone: string) =>
  instant.toZonedDateTimeISO(timeZone).toPlainDate();

const isOf = ({ topic, content, exceptTopics }: Cap, one: RecentSend) => {
  const about = one.topic ?? 'tips';
  if (topic !== undefined && topic !== about) return false;
  if (content !== undefined && content !== one.content) return false;
  return !exceptTopics?.includes(about);
};

test('no cap is ever passed, whatever the stories, their ranks and their hours', () => {
  fc.assert(
    fc.property(scenarios, settings, zone, (scenarios, parts, timeZone) => {
      const { went } = played(scenarios, parts, timeZone);
      for (const rule of parts.caps) {
        const counted = went.filter((one) => isOf(rule, one)).map((one) => dayOf(one.at, timeZone));
        for (const day of counted) {
          const within = counted.filter((other) => {
            const ago = other.until(day).days;
            return ago >= 0 && ago < rule.days;
          });
          expect(within.length).toBeLessThanOrEqual(rule.max);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('nothing goes in quiet hours, and every message ends: it went, or has a reason', () => {
  fc.assert(
    fc.property(scenarios, settings, zone, (scenarios, parts, timeZone) => {
      const { went, skipped, last } = played(scenarios, parts, timeZone);
      for (const { at: moment } of went) {
        if (!parts.quietHours) break;
        const { from, to } = parts.quietHours;
        const time = moment.toZonedDateTimeISO(timeZone).toPlainTime().toString();
        expect(from > to ? time >= from || time < to : time >= from && time < to).toBe(false);
      }
      expect(last.enrolments.filter(({ ended }) => !ended)).toEqual([]);
      const messages = scenarios.flatMap(({ steps }) => steps.filter(({ kind }) => kind === 'send'));
      expect(went.length + skipped.length).toBe(messages.length);
      for (const { because } of skipped)
        expect(['too-late', 'quiet-hours', 'cap-reached', 'yielded', 'first-parcel']).toContain(because);
    }),
    { numRuns: 40 },
  );
});

test('a message that was held keeps its distance to the last that went', () => {
  fc.assert(
    fc.property(scenarios, (scenarios) => {
      const parts = { caps: [{ max: 3, days: 1 }], hoursApart: 12 };
      const { went } = played(scenarios, parts, 'Asia/Tokyo');
      const sorted = went.toSorted((a, b) => (a.at.epochNanoseconds < b.at.epochNanoseconds ? -1 : 1));
      sorted.forEach((one, n) => {
        const before = sorted[n - 1];
        const late = one.since.until(one.at).total('hours') > 0.5;
        if (before && late) expect(before.at.until(one.at).total('hours')).toBeGreaterThanOrEqual(12);
      });
    }),
    { numRuns: 30 },
  );
});
