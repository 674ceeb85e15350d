/** What must hold for any scenario that passed its check, drawn at random. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { checkScenario } from '../../../shared/core/language/check/check-scenario.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import type { Step } from '../../../shared/core/language/steps.ts';
import { placed } from '../../support/events.ts';
import { storeWith, timer } from '../../support/given.ts';
import { marketing, templates } from '../../support/scenarios.ts';

const stepIds = ['s0', 's1', 's2', 's3', 's4', 's5'] as const;
const target = fc.constantFrom(...stepIds);
const anyStep = (id: string): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .integer({ min: 1, max: 3000 })
        .map((n): Step => ({ id, kind: 'wait', for: { minutes: n } })),
    },
    fc
      .tuple(fc.nat(5), fc.constantFrom('entry' as const, 'arrived' as const))
      .map(([day, after]): Step => ({ id, kind: 'wait', until: { day, after, at: '10:00' } })),
    {
      weight: 2,
      arbitrary: fc
        .constantFrom('a', 'b', 'c')
        .map((template): Step => ({ id, kind: 'send', template: template as never })),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(target, target, fc.boolean()).map(
        ([yes, no, is]): Step => ({
          id,
          kind: 'branch',
          when: [{ if: { the: 'event.order.gift', is }, then: yes }],
          else: no,
        }),
      ),
    },
    fc.constant<Step>({ id, kind: 'exit' }),
  );
const anyScenario = fc
  .tuple(...stepIds.map(anyStep))
  .map((steps) => marketing({ steps }))
  .filter(passes);
function passes(scenario: Scenario): boolean {
  try {
    checkScenario(scenario, templates);
    return true;
  } catch {
    return false;
  }
}

const isLater = (a: Temporal.Instant | undefined, b: Temporal.Instant) =>
  a !== undefined && Temporal.Instant.compare(a, b) > 0;

test('every checked scenario moves on at each timer: it waits for later, sends, or ends', () => {
  fc.assert(
    fc.property(anyScenario, fc.boolean(), fc.nat(20_000), (scenario, gift, late_minutes) => {
      const scenarioStore = storeWith([scenario], { settings: { caps: [], quietHours: null } });
      const order = placed('o-1', '2026-03-02 00:01', { order: { gift } });
      let known = scenarioStore.given(order).customer;
      let still = 0;
      for (let fired = 0; fired < 60; fired += 1) {
        const enrolment = known.enrolments.find((one) => !one.ended);
        if (!enrolment) return;
        const moment =
          fired === 0 ? enrolment.due.add({ minutes: late_minutes }) : Temporal.Instant.from(enrolment.due);
        const { customer, outcome } = scenarioStore.from(known).when(timer(enrolment.id, moment.toString()));
        const next = customer.enrolments.find((one) => one.id === enrolment.id);
        expect(next?.ended !== undefined || (next?.arm ?? 0) > enrolment.arm).toBe(true);
        const later =
          next?.ended !== undefined ||
          isLater(next?.due, enrolment.due) ||
          isLater(next?.since, enrolment.since);
        still = later || outcome.sent.length > 0 ? 0 : still + 1;
        expect(still).toBeLessThan(2);
        known = customer;
      }
    }),
    { numRuns: 300 },
  );
});
