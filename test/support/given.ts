/** given(history).when(input).then(what): decisions of the pure engine, told in words and wall-clock times. */
import type { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { type Advanced, advance } from '../../shared/core/advance.ts';
import { type Applied, applyEvents } from '../../shared/core/apply-events.ts';
import type { Because } from '../../shared/core/because.ts';
import { noBrakes } from '../../shared/core/brakes.ts';
import { type Customer, type Enrolment, newCustomer } from '../../shared/core/customer.ts';
import type { Effect } from '../../shared/core/effect.ts';
import type { EngineSettings } from '../../shared/core/engine-settings.ts';
import type { StoreEvent } from '../../shared/core/event.ts';
import type { Scenario } from '../../shared/core/scenario.ts';
import { openBook } from '../../shared/core/scenario-book.ts';
import type { SendingSurroundings } from '../../shared/core/surroundings.ts';
import { tidied } from '../../shared/core/tidy-record.ts';
import { zoneOf } from '../../shared/core/zone.ts';
import { at as instantOf, wall } from './events.ts';
import { templates } from './scenarios.ts';
import { sound } from './sound-save.ts';

export const settings: EngineSettings = {
  store: 'mori',
  market: 'JP',
  timeZone: 'Asia/Tokyo',
  transitDays: { JP: 2, other: 4 },
  freshness: { hours: 72 },
  expiry: { transactional: { hours: 72 }, marketing: { hours: 24 } },
  jitter_minutes: 0,
  quietHours: { from: '21:00', to: '08:00' },
  caps: [
    { max: 1, days: 1 },
    { max: 3, days: 7 },
  ],
  defaultHour: '10:00',
};

/** A timer of the story's running enrolment, at a time of its own or else at its due. */
interface TimerFired {
  readonly timer: string;
  readonly at?: string | undefined;
}

/** The mail service refused the last message that the story claimed. */
interface Refused {
  readonly refused: string;
  readonly because: Because;
  readonly at: string;
}

/** An event comes at the moment it occurred, unless told otherwise. */
interface EventCame {
  readonly event: StoreEvent;
  readonly at: string;
}

export type Input = StoreEvent | EventCame | TimerFired | Refused;

export const timer = (scenario: string, at?: string): TimerFired => ({ timer: scenario, at });
export const late = (event: StoreEvent, at: string): EventCame => ({ event, at });
export const refused = (scenario: string, because: Because, at: string): Refused => ({
  refused: scenario,
  because,
  at,
});

/** What a decision came to. Times are on the customer's wall. */
export interface Outcome {
  /** Of a timer or a refusal the reason; of an event the words of the scenarios it touched, or else its own. */
  readonly because: string;
  readonly sent: readonly string[];
  /** `template: reason` */
  readonly skipped: readonly string[];
  /** The dues of timers armed. */
  readonly armed: readonly string[];
  /** `scenario@step until due`, with the reason where it is held. */
  readonly running: readonly string[];
  /** `scenario: reason`, of runs that ended within the last day. */
  readonly ended: readonly string[];
}

interface Decided {
  readonly customer: Customer;
  readonly effects: readonly Effect[];
  readonly because: string;
}

export type Parts = Partial<Pick<SendingSurroundings, 'brakes' | 'address' | 'context'>> & {
  readonly settings?: Partial<EngineSettings>;
};

export function storeWith(scenarios: readonly Scenario[], parts: Parts = {}) {
  const fixed = {
    settings: { ...settings, ...parts.settings },
    book: openBook(scenarios, templates),
    brakes: parts.brakes ?? noBrakes,
    address: parts.address,
    context: parts.context,
  };
  const around = (at: Temporal.Instant): SendingSurroundings => ({ ...fixed, at });

  function decide(customer: Customer, input: Input): Decided {
    if ('timer' in input) return fire(customer, input);
    if ('refused' in input) return refuse(customer, input);
    const { event, at } = 'event' in input ? input : { event: input, at: input.occurredAt.toString() };
    const here = around(instantOf(at));
    return sound(customer, fromEvents(applyEvents(customer, [event], here)), here);
  }

  function fire(customer: Customer, { timer: scenario, at }: TimerFired): Decided {
    const enrolment = runningIn(customer, scenario);
    const here = around(at === undefined ? enrolment.due : instantOf(at));
    const story = fixed.book.find(enrolment.scenario, enrolment.version);
    return saved(customer, advance(story, customer, enrolment, { kind: 'timer', around: here }), here);
  }

  function refuse(customer: Customer, { refused: scenario, because, at }: Refused): Decided {
    const claim = customer.sends.findLast((send) => send.scenario === scenario && send.state !== 'skipped');
    const enrolment = customer.enrolments.find((other) => other.id === claim?.enrolment);
    if (!claim || !enrolment) throw new Error(`nothing of ${scenario} is claimed`);
    const here = around(instantOf(at));
    const input = { kind: 'refusal', touchpoint: claim.touchpoint, because, around: here } as const;
    const story = fixed.book.find(enrolment.scenario, enrolment.version);
    return saved(customer, advance(story, customer, enrolment, input), here);
  }

  function given(...history: readonly Input[]) {
    const start = history.reduce<Customer>(
      (known, input) => decide(known, input).customer,
      newCustomer('mori', 'c-1'),
    );
    return whenceforth(start);
  }

  /** From a customer as she is. */
  function whenceforth(customer: Customer) {
    return {
      customer,
      running: (scenario: string) => runningIn(customer, scenario),
      when: (input: Input) => {
        const decided = decide(customer, input);
        const outcome = told(decided, zoneOf(decided.customer, fixed.settings));
        return {
          ...decided,
          outcome,
          then(expected: Partial<Outcome>) {
            expect(outcome).toMatchObject(expected);
            return whenceforth(decided.customer);
          },
        };
      },
    };
  }

  return { given, from: whenceforth, around, decide, book: fixed.book };
}

function fromEvents(applied: Applied): Decided {
  const ofScenarios = applied.notes.filter((note) => note.scenario !== undefined);
  const words = ofScenarios.length > 0 ? ofScenarios : applied.notes;
  return {
    customer: applied.customer,
    effects: [...applied.before, ...applied.after],
    because: words.map((note) => note.because).join(', '),
  };
}

function saved(before: Customer, advanced: Advanced, here: SendingSurroundings): Decided {
  return sound(before, { ...advanced, customer: tidied(advanced.customer, here) }, here);
}

/** By scenario, or by the enrolment's own id where several run. */
function runningIn(customer: Customer, scenario: string): Enrolment {
  const found = customer.enrolments.find(
    (other) => !other.ended && (other.scenario === scenario || other.id === scenario),
  );
  if (!found) throw new Error(`${scenario} is not running`);
  return found;
}

function told({ customer, effects, because }: Decided, zone: string): Outcome {
  const running = customer.enrolments.filter((enrolment) => !enrolment.ended);
  return {
    because,
    sent: effects.flatMap((effect) => (effect.do === 'send' ? effect.touchpoint.template : [])),
    skipped: effects.flatMap((effect) =>
      effect.do === 'record' ? `${effect.touchpoint.template}: ${effect.touchpoint.because}` : [],
    ),
    armed: effects.flatMap((effect) => (effect.do === 'arm' ? wall(effect.due, zone) : [])),
    running: running.map(
      ({ scenario, step, due, held }) =>
        `${scenario}@${step} until ${wall(due, zone)}${held ? ` (${held})` : ''}`,
    ),
    ended: customer.enrolments.flatMap(({ scenario, ended }) =>
      ended ? `${scenario}: ${ended.because}` : [],
    ),
  };
}
