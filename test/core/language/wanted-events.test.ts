import { describe, expect, test } from 'vitest';
import { commandNames } from '../../../shared/core/events/event-schema-command.ts';
import { profileEvents, wantedEvents } from '../../../shared/core/language/profile-events.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Segment } from '../../../shared/core/language/segment.ts';
import type { ScenarioSwitches } from '../../../shared/core/language/switches/scenario-switches.ts';
import { days } from '../../../shared/core/values/duration.ts';
import { marketing, send } from '../../support/scenarios.ts';
import { scenarios as shipped, segments as shippedSegments } from '../../support/shipped.ts';

const always = [...profileEvents, ...commandNames];
const beyond = (
  scenarios: readonly Scenario[],
  switches: ScenarioSwitches = {},
  segments: readonly Segment[] = [],
) =>
  wantedEvents({ scenarios, segments }, { scenarios: switches }).filter(
    (name) => !always.includes(name as never),
  );

/** Begins with points, is for a sample, ends with a booking's end, waits for a rank. */
const points: Scenario = {
  ...marketing(),
  id: 'points',
  trigger: { on: 'PointsChanged', oncePer: 'ever', whileRunning: 'ignore' },
  goal: { on: 'SampleDelivered', within: days(1) },
  exitOn: ['BookingCancelled'],
  steps: [
    { id: 'rank', kind: 'wait', event: { on: 'RankChanged' }, atMost: days(1), then: 'b', else: 'b' },
    send('b'),
  ],
};
const inside = ['BookingCancelled', 'RankChanged', 'SampleDelivered'];
const off: Scenario = { ...points, enabled: false };

describe('a scenario', () => {
  test('that lets in wants what lets in, what it is for, what ends it and what it waits for', () => {
    expect(beyond([points])).toEqual(['BookingCancelled', 'PointsChanged', 'RankChanged', 'SampleDelivered']);
    expect(beyond([off], { points: { on: true } })).toEqual(beyond([points]));
  });

  test('that ships switched off, and that nobody has switched on, wants nothing', () => {
    expect(beyond([off])).toEqual([]);
    expect(beyond([off], { '*': { on: false } })).toEqual([]);
    expect(beyond([off], { points: { pilot: 5 } })).toEqual(inside);
  });

  test('that the store has switched off hears on for those inside, and lets nobody in', () => {
    for (const word of [{ on: false }, { percent: 0 }, { pilot: 0 }]) {
      expect(beyond([points], { points: word })).toEqual(inside);
      expect(beyond([points], { '*': word })).toEqual(inside);
      expect(beyond([off], { points: word })).toEqual(inside);
    }
  });

  test('in which nobody is any more wants nothing once the store says so', () => {
    expect(beyond([points], { points: { ended: true } })).toEqual([]);
    expect(beyond([points], { '*': { ended: true } })).toEqual([]);
    expect(beyond([points], { points: { on: true, ended: true } })).toEqual([]);
  });
});

describe('an event that is a fact beside', () => {
  const warm: Segment = { name: 'warm', means: 'Is warm.', is: { the: 'customer.score', atLeast: 20 } };
  const ofSegment: Scenario = {
    ...marketing(),
    trigger: { segment: 'warm' as never, when: 'entered', oncePer: 'ever', whileRunning: 'ignore' },
    steps: [send('a')],
  };
  const asking: Scenario = {
    ...marketing(),
    exitOn: [{ when: { the: 'customer.views.times', atLeast: 2 } }],
  };

  test('is wanted where something live asks for what it feeds', () => {
    expect(beyond([marketing()])).toEqual([]);
    expect(beyond([asking])).toEqual(['ProductViewed']);
    expect(beyond([{ ...asking, enabled: false }])).toEqual([]);
    const wish: Scenario = { ...marketing(), exitOn: [{ when: { the: 'customer.asked', is: 'p-1' } }] };
    expect(beyond([wish])).toEqual(['RestockRequested']);
  });

  test('is wanted for a segment that something live names, and for one that is told', () => {
    expect(beyond([marketing()], {}, [warm])).toEqual([]);
    expect(beyond([ofSegment], {}, [warm])).toEqual(['ProductViewed']);
    expect(beyond([{ ...ofSegment, enabled: false }], {}, [warm])).toEqual([]);
    const told = wantedEvents({ scenarios: [], segments: [warm] }, { segmentsTold: ['warm'] });
    expect(told).toContain('ProductViewed');
  });
});

describe('the library that ships', () => {
  const library = { scenarios: shipped, segments: shippedSegments };
  const wanted = (switches?: ScenarioSwitches) =>
    wantedEvents(library, { scenarios: switches }).filter((name) => !always.includes(name as never));

  test('hears nothing that only its switched-off scenarios ask for', () => {
    expect(wanted()).toContain('ProductViewed');
    expect(wanted()).not.toContain('SaleAnnounced');
    expect(wanted({ sale: { on: true } })).toContain('SaleAnnounced');
  });

  test('hears whatever proves a purchase while a welcome asks whether there was one, and not otherwise', () => {
    const alone = (id: string) => wanted({ '*': { ended: true }, [id]: { on: true } });
    const beyondOrders = ['PointsChanged', 'RankChanged'];
    expect(alone('welcome')).toEqual(expect.arrayContaining(beyondOrders));
    expect(alone('referral-welcome')).toEqual(expect.arrayContaining(beyondOrders));
    expect(alone('after-purchase')).not.toContain('RankChanged');
  });

  test('hears of wishes for products where back-in-stock is switched on', () => {
    const alone = (on: boolean) => wanted({ '*': { ended: true }, 'back-in-stock': { on } });
    expect(alone(true)).toContain('RestockRequested');
  });

  test('hears of wishes for products wherever a restock is waited for, by whatever filter', () => {
    const trigger = { on: 'ProductRestocked', oncePer: 'ever', whileRunning: 'ignore' } as const;
    const waits: Scenario = {
      ...marketing(),
      steps: [
        {
          id: 'back',
          kind: 'wait',
          event: { on: 'ProductRestocked' },
          atMost: days(1),
          then: 'b',
          else: 'b',
        },
        send('b'),
      ],
    };
    expect(beyond([{ ...marketing(), trigger }])).toEqual(['RestockRequested']);
    expect(beyond([waits])).toEqual(['RestockRequested']);
    expect(beyond([{ ...marketing(), trigger: { ...trigger, on: 'ProductPriceChanged' } }])).toEqual([]);
  });

  test('with two marketing stories and nobody in the others hears no looks at products', () => {
    const two = { 'after-purchase': { on: true }, welcome: { on: true } };
    // It is no marketing, so that the word for all others leaves it on: it asks when the customer was last there.
    const noReturn = { 'sunset-return': { ended: true } };
    expect(wanted({ '*': { ended: true }, ...two, ...noReturn })).not.toContain('ProductViewed');
    expect(wanted({ '*': { ended: true }, ...two })).toContain('ProductViewed');
    // Somebody may still be in the sunset, and a look at a product ends it.
    expect(wanted({ '*': { on: false }, ...two, ...noReturn })).toContain('ProductViewed');
  });
});
