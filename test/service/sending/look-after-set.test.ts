/** A step that writes of the customer moves them between segments: a crash at any call after it loses no event and no entry. */
import { describe, expect, test } from 'vitest';
import type { SetFact } from '../../../shared/core/language/steps.ts';
import { days, hours } from '../../../shared/core/values/duration.ts';
import { type CrashPlan, crashing, noCrash } from '../../support/crashing-world.ts';
import { marketing, waitFor } from '../../support/scenarios.ts';
import { orderDetail, storeInMemory } from '../../support/store-in-memory.ts';

const start = '2026-03-02T03:30:00Z';
const labelled = (label: string): SetFact => ({ id: label, kind: 'set', addLabels: [label] });
const survey = marketing({ id: 'survey', steps: [waitFor('day', days(1)), labelled('delighted')] });
const followed = marketing({
  id: 'followed',
  trigger: { segment: 'delighted', when: 'entered', oncePer: 'ever', whileRunning: 'ignore' },
  steps: [waitFor('pause', hours(2)), labelled('followed')],
});

/** Plays an order for two days, long enough for both, and without the sweep that would find what was lost. */
async function play(plan: CrashPlan) {
  const store = storeInMemory({
    scenarios: [survey, followed],
    startAt: start,
    settings: { segmentsTold: ['delighted'] },
    through: (world) => crashing(world, plan),
  });
  await store.put(store.event('OrderPlaced', orderDetail('o-1', start)));
  await store.pass(hours(48));
  const { labels = [] } = (await store.world.customers.load('c-1')) ?? {};
  const told = store.world.bus.published.map(({ detail }) => `${detail.segment} ${detail.change}`);
  return { labels, told: [...new Set(told)], failures: store.failures };
}

const kept = { labels: ['delighted', 'followed'], told: ['delighted entered'] };
const clean = noCrash();
const played = await play(clean);
const places = clean.names.map((name, index) => ({ name, at: index + 1 }));

test('without a crash the change is told and lets in', () => {
  expect(played).toEqual({ ...kept, failures: [] });
});

describe.each(['before', 'after'] as const)('a crash %s', (when) => {
  test.each(places)('call $at, $name, loses neither the event nor the entry', async ({ at }) => {
    expect(await play({ ...noCrash(), at, when })).toEqual({ ...kept, failures: ['Crash'] });
  });
});
