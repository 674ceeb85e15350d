/** Of what wants one place the one that matters more never waits for the one that matters less; nothing waits long, or without a word. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Enrolment } from '../../../shared/core/record/customer.ts';
import type { EngineSettings } from '../../../shared/core/record/engine-settings.ts';
import { type Priority, priorities } from '../../../shared/core/values/priority.ts';
import { placed } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { marketing, send, waitFor } from '../../support/scenarios.ts';

interface Drawn {
  readonly priority: Priority;
  readonly place: 'must' | 'may';
  readonly wait_hours: number;
  readonly patience_days: number;
  readonly asks: boolean;
}

/** Of one message each, all begun by one order: what will want a place is certain from the start. */
const stories = fc
  .array(
    fc.record<Drawn>({
      priority: fc.constantFrom(...priorities),
      place: fc.constantFrom('must', 'may'),
      wait_hours: fc.integer({ min: 1, max: 200 }),
      patience_days: fc.integer({ min: 1, max: 9 }),
      asks: fc.boolean(),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map((drawn) => drawn.map((one, n) => ({ ...one, id: `story-${n}` })));

type Story = Drawn & { readonly id: string };

const scenarioOf = ({ id, priority, place, wait_hours, patience_days, asks }: Story): Scenario =>
  marketing({
    id,
    priority,
    steps: [
      waitFor('wait', { hours: wait_hours }),
      send('b', { id: 'letter', place, patience: { days: patience_days }, ...(asks ? { asks: true } : {}) }),
    ],
  });

/** One decision about a story's letter: it went, or was held or skipped behind another. */
interface Decided {
  readonly story: string;
  readonly did: 'went' | 'held' | 'skipped';
  readonly behind: string | undefined;
  /** How often it had been held before. */
  readonly holds: number;
  readonly because: string | undefined;
}

function played(drawn: readonly Story[], parts: Partial<EngineSettings>): Decided[] {
  const store = storeWith(drawn.map(scenarioOf), {
    settings: { quietHours: undefined, hoursApart: 0, ...parts },
  });
  let known = store.given(placed('o-1', '2026-03-27 12:30')).customer;
  const decided: Decided[] = [];
  for (let turns = 0; turns < 300; turns += 1) {
    const next = nextOf(known.enrolments);
    if (!next) break;
    const { customer, outcome } = store.from(known).when(timer(next.id));
    const after = customer.enrolments.find(({ id }) => id === next.id);
    const send = customer.sends.find(({ enrolment }) => enrolment === next.id);
    const did = outcome.sent.length > 0 ? 'went' : outcome.skipped.length > 0 ? 'skipped' : 'held';
    decided.push({
      story: next.scenario,
      did,
      behind: (did === 'held' ? after?.heldBy : send?.by)?.split('/')[0],
      holds: next.holds ?? 0,
      because: did === 'held' ? after?.held : send?.because,
    });
    known = customer;
  }
  return decided;
}

const nextOf = (enrolments: readonly Enrolment[]): Enrolment | undefined =>
  enrolments
    .filter(({ ended }) => !ended)
    .toSorted((a, b) => (a.due.epochNanoseconds < b.due.epochNanoseconds ? -1 : 1))[0];

/** By plain words: must before may, then the rank, then whose day comes first. */
function mattersMore(one: Story, other: Story): boolean {
  if (one.place !== other.place) return one.place === 'must';
  const [rank, otherRank] = [priorities.indexOf(one.priority), priorities.indexOf(other.priority)];
  if (rank !== otherRank) return rank < otherRank;
  return one.wait_hours < other.wait_hours;
}

test('what matters more never waits for what matters less in one window, unless that has waited twice', () => {
  fc.assert(
    fc.property(stories, fc.integer({ min: 1, max: 7 }), (drawn, days) => {
      const decided = played(drawn, { caps: [{ max: 1, days }] });
      const storyOf = (id: string) => drawn.find((one) => one.id === id) as Story;
      for (const { story, behind, because } of decided) {
        if (because !== 'cap-reached' || behind === undefined) continue;
        const before = decided.find((one) => one.story === behind && one.did === 'went');
        if (before && before.holds < 2)
          expect(mattersMore(storyOf(story), storyOf(behind)), `${story} behind ${behind}`).toBe(false);
      }
    }),
    { numRuns: 150 },
  );
});

test('no message is held more than three times, and each that does not go says why and behind what', () => {
  const caps = [
    { max: 1, days: 1 },
    { max: 2, days: 10, letters: 'story' as const },
    { max: 1, days: 10, letters: 'asks' as const },
  ];
  fc.assert(
    fc.property(stories, (drawn) => {
      const decided = played(drawn, { caps });
      for (const { id } of drawn) {
        const own = decided.filter(({ story }) => story === id);
        expect(own.filter(({ did }) => did === 'held').length).toBeLessThanOrEqual(3);
        expect(['went', 'skipped']).toContain(own.at(-1)?.did);
      }
      // The first parcel itself has the place then.
      for (const { did, because, behind, story } of decided)
        if (did !== 'went' && because !== 'first-parcel')
          expect([story, because, typeof behind]).toEqual([story, because, 'string']);
    }),
    { numRuns: 100 },
  );
});
