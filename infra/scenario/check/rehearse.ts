/** Plays one straight line of steps by the engine itself, for a customer who may get everything and gets nothing else. */
import { Temporal } from 'temporal-polyfill';
import { advance } from '../../../shared/core/advance.ts';
import { applyEvents } from '../../../shared/core/apply-events.ts';
import type { Because } from '../../../shared/core/because.ts';
import { noBrakes } from '../../../shared/core/brakes.ts';
import { type Customer, newCustomer } from '../../../shared/core/customer.ts';
import type { EngineSettings } from '../../../shared/core/engine-settings.ts';
import type { StoreEvent } from '../../../shared/core/event.ts';
import type { Scenario, Step } from '../../../shared/core/scenario.ts';
import { openBook } from '../../../shared/core/scenario-book.ts';
import type { Catalogue } from '../../templates/sources.ts';

export interface Rehearsed {
  readonly step: string;
  readonly template: string;
  readonly at: Temporal.Instant;
  readonly sent: boolean;
  /** Why it waited beyond its due, where it did. */
  readonly held?: Because | undefined;
}

/** Each message with the moment it went or was given up. `startAt`: when the event that lets her in occurs. */
export function rehearse(
  scenario: Scenario,
  line: readonly Step[],
  startAt: Temporal.Instant,
  settings: EngineSettings,
  catalogue: Catalogue,
): Rehearsed[] {
  const straight = straightened(scenario, line);
  const book = openBook([straight], catalogue);
  const around = (at: Temporal.Instant) => ({
    settings,
    book,
    at,
    brakes: noBrakes,
    address: undefined,
    context: {},
  });
  let customer = applyEvents(
    willing(settings, startAt),
    [entry(straight, startAt)],
    around(startAt),
  ).customer;
  const told: Rehearsed[] = [];
  let held: Because | undefined;
  // Each step is decided at most a few times: once when due, once for each hold.
  for (let fired = 0; fired < line.length * 20; fired += 1) {
    const running = customer.enrolments.find((enrolment) => !enrolment.ended);
    if (!running) break;
    held = running.held ?? held;
    const done = advance(straight, customer, running, { kind: 'timer', around: around(running.due) });
    for (const effect of done.effects) {
      if (effect.do !== 'send' && effect.do !== 'record') continue;
      const { step, template, at } = effect.touchpoint;
      told.push({ step, template, at, sent: effect.do === 'send', held });
      held = undefined;
    }
    customer = done.customer;
  }
  return told;
}

/** Without whatever could keep her out or end it early. */
function straightened(scenario: Scenario, steps: readonly Step[]): Scenario {
  const { goal: _, exitOn: __, ...rest } = scenario;
  const { filter: ___, freshness: ____, ...trigger } = scenario.trigger;
  return { ...rest, trigger, steps } as Scenario;
}

function willing(settings: EngineSettings, at: Temporal.Instant): Customer {
  const consent = { all: { is: 'granted', at, source: 'rehearsal' } } as const;
  return {
    ...newCustomer(settings.store, 'rehearsal'),
    profile: { email: 'rehearsal@example.com' },
    consent,
  };
}

function entry({ trigger }: Scenario, at: Temporal.Instant): StoreEvent {
  const order = { id: 'o-1', items: [{ productId: 'p-1' }] };
  const detail = { eventId: 'e-1', customer: { id: 'rehearsal' }, order, consent: { granted: true } };
  return { name: trigger.on, occurredAt: at, clamped: false, detail };
}
