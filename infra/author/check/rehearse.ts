/** Plays one straight line of steps by the engine itself, for a customer who may get everything and gets nothing else. */
import type { Temporal } from 'temporal-polyfill';
import { ranOutOfTime } from '../../../shared/core/contact-policy/hold-words.ts';
import { advance } from '../../../shared/core/enrolments/advance.ts';
import { applyEvents } from '../../../shared/core/enrolments/apply-events.ts';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { openBook, type ScenarioBook } from '../../../shared/core/language/scenario-book.ts';
import { isMessage, type Step } from '../../../shared/core/language/steps.ts';
import { eventOfTrigger } from '../../../shared/core/language/trigger.ts';
import { noBrakes } from '../../../shared/core/record/brakes.ts';
import { consentKey } from '../../../shared/core/record/consent-channel.ts';
import { type Customer, newCustomer } from '../../../shared/core/record/customer.ts';
import type { EngineSettings } from '../../../shared/core/record/engine-settings.ts';
import type { Because } from '../../../shared/core/values/because.ts';
import { consentChannels } from '../../../shared/core/values/consent-words.ts';
import { topics } from '../../../shared/core/values/topic.ts';
import type { Catalogue } from '../templates/sources.ts';

export interface Rehearsed {
  readonly step: string;
  readonly template: string;
  readonly at: Temporal.Instant;
  readonly sent: boolean;
  /** It was given up because its time was over; what it would show, or whether it fits her, is not asked here. */
  readonly expired: boolean;
  /** Why it waited beyond its due, where it did. */
  readonly held?: Because | undefined;
}

/**
 * Plays a line of steps from any moment at which the event that lets her in occurs: each message with the moment it
 * went or was given up. The line is checked once.
 */
export function rehearsal(
  scenario: Scenario,
  line: readonly Step[],
  settings: EngineSettings,
  catalogue: Catalogue,
): (startAt: Temporal.Instant) => Rehearsed[] {
  const straight = straightened(scenario, line);
  const book = openBook([straight], catalogue);
  return (startAt) => playLine(straight, book, startAt, settings);
}

function playLine(
  straight: Scenario,
  book: ScenarioBook,
  startAt: Temporal.Instant,
  settings: EngineSettings,
): Rehearsed[] {
  const around = (at: Temporal.Instant) => ({
    // Offers are judged by what she has had and bought before, which is nobody's here.
    settings: { ...settings, controlGroup_percent: 0, offers: undefined },
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
  const rehearsed: Rehearsed[] = [];
  let held: Because | undefined;
  // Each step is decided at most a few times: once when due, once for each hold.
  for (let fired = 0; fired < straight.steps.length * 20; fired += 1) {
    const running = customer.enrolments.find((enrolment) => !enrolment.ended);
    if (!running) break;
    held = running.held ?? held;
    const done = advance(
      { scenario: straight, customer, enrolment: running },
      { kind: 'timer', around: around(running.due) },
    );
    for (const effect of done.effects) {
      if (effect.do !== 'send' && effect.do !== 'record') continue;
      const { step, template, at, because } = effect.touchpoint;
      rehearsed.push({
        step,
        template,
        at,
        sent: effect.do === 'send',
        expired: ranOutOfTime(because),
        held: because === 'too-late' || effect.do === 'send' ? held : because,
      });
      held = undefined;
    }
    customer = done.customer;
  }
  return rehearsed;
}

/** Without whatever could keep her out, hold a single message back or end it early. */
function straightened(scenario: Scenario, line: readonly Step[]): Scenario {
  const {
    goal: _,
    exitOn: __,
    limit: ___,
    group: ____,
    replaces: _____,
    whenTaken: ________,
    holdout: ______,
    inFlight: _______,
    ...rest
  } = scenario;
  const on = eventOfTrigger(scenario.trigger) ?? 'CustomerUpdated';
  const trigger = { on, oncePer: 'ever', whileRunning: 'parallel' } as const;
  return { ...rest, enabled: true, trigger, steps: line.map(simple) } as Scenario;
}

/** A date lies some days ahead; an event comes when the wait for it is nearly over; a series is its first message. */
function simple(step: Step): Step {
  if (step.kind === 'wait' && 'date' in step) return { id: step.id, kind: 'wait', for: { days: 3 } };
  if (step.kind === 'wait' && 'event' in step) return { id: step.id, kind: 'wait', for: step.atMost };
  if (!isMessage(step)) return step;
  const { when: _, ...always } = step;
  return always.kind === 'series' ? { ...always, count: 1 } : always;
}

function willing(settings: EngineSettings, at: Temporal.Instant): Customer {
  const granted = { is: 'granted', at, source: 'rehearsal' } as const;
  return {
    ...newCustomer(settings.store, 'rehearsal'),
    profile: { email: 'rehearsal@example.com' },
    consent: Object.fromEntries(
      consentChannels.flatMap((channel) =>
        ([...topics, 'all'] as const).map((about) => [consentKey(channel, about), granted]),
      ),
    ),
  };
}

function entry({ trigger }: Scenario, at: Temporal.Instant): StoreEvent {
  const order = { id: 'o-1', items: [{ productId: 'p-1' }] };
  const detail = { eventId: 'e-1', customer: { id: 'rehearsal' }, order, consent: { granted: true } };
  return { name: eventOfTrigger(trigger) ?? 'CustomerUpdated', occurredAt: at, detail };
}
