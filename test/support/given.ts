/** given(history).when(input).then(what): decisions of the pure engine, told in words and wall-clock times. */
import type { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { advance } from '../../shared/core/enrolments/advance.ts';
import type { Advanced } from '../../shared/core/enrolments/advanced.ts';
import { afterSave } from '../../shared/core/enrolments/after-save.ts';
import { applyCommand } from '../../shared/core/enrolments/apply-command.ts';
import type { Entries } from '../../shared/core/enrolments/apply-entries.ts';
import { type Applied, applyEvents, finished } from '../../shared/core/enrolments/apply-events.ts';
import { withFreePlaces } from '../../shared/core/enrolments/let-waiters-in.ts';
import { lookAt, lookCause } from '../../shared/core/enrolments/look.ts';
import { tidied } from '../../shared/core/facts/tidy-record.ts';
import type { Scenario } from '../../shared/core/language/scenario.ts';
import { openBook } from '../../shared/core/language/scenario-book.ts';
import type { Segment } from '../../shared/core/language/segment.ts';
import { noBrakes } from '../../shared/core/record/brakes.ts';
import { type Customer, type Enrolment, newCustomer } from '../../shared/core/record/customer.ts';
import type { ArmTimer, Effect } from '../../shared/core/record/effect.ts';
import type { EngineSettings } from '../../shared/core/record/engine-settings.ts';
import type { SendingSurroundings } from '../../shared/core/record/surroundings.ts';
import { zoneOf } from '../../shared/core/record/zone.ts';
import { at as instantOf, wall } from './events.ts';
import type { CommandCame, Input, LookFired, Refused, TimerFired } from './inputs.ts';
import { templates } from './scenarios.ts';
import { settings } from './settings.ts';
import { sound } from './sound-save.ts';

export type { Input } from './inputs.ts';
export { command as word, late, look, refused, timer } from './inputs.ts';
export { settings } from './settings.ts';

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
  /** Names of events put on the bus. */
  readonly published: readonly string[];
}

type Decided = Omit<Advanced, 'because'> & { readonly because: string };

export type Parts = Partial<Pick<SendingSurroundings, 'brakes' | 'address' | 'context'>> & {
  readonly settings?: Partial<EngineSettings>;
  readonly segments?: readonly Segment[];
};

export function storeWith(scenarios: readonly Scenario[], parts: Parts = {}) {
  const fixed = {
    settings: { ...settings, ...parts.settings },
    book: openBook(scenarios, templates, parts.segments),
    brakes: parts.brakes ?? noBrakes,
    address: parts.address,
    context: parts.context,
  };
  const around = (at: Temporal.Instant): SendingSurroundings => ({ ...fixed, at });

  function decide(customer: Customer, input: Input): Decided {
    if ('timer' in input) return fire(customer, input);
    if ('refused' in input) return refuse(customer, input);
    if ('command' in input) return speak(customer, input);
    if ('look' in input) return lookNow(customer, input);
    const { event, at } = 'event' in input ? input : { event: input, at: input.occurredAt.toString() };
    const here = around(instantOf(at));
    return sound(customer, fromEvents(applyEvents(customer, [event], here)), here);
  }

  function fire(customer: Customer, { timer: scenario, at }: TimerFired): Decided {
    const enrolment = openEnrolment(customer, scenario);
    const here = around(at === undefined ? enrolment.due : instantOf(at));
    const definition = fixed.book.find(enrolment.scenario, enrolment.version);
    return saved(
      customer,
      advance({ scenario: definition, customer, enrolment }, { kind: 'timer', around: here }),
      here,
    );
  }

  function speak(customer: Customer, { command: message, at }: CommandCame): Decided {
    const here = around(instantOf(at));
    const { by, ...decided } = applyCommand(customer, message, here);
    return sound(customer, fromEvents(finished({ ...decided, after: [], isRepeat: false }, by, here)), here);
  }

  function lookNow(customer: Customer, { look: at }: LookFired): Decided {
    const here = around(instantOf(at));
    const looked = lookAt(customer, here, lookCause(customer.look?.arm ?? 0));
    const because = looked.notes.map((note) => note.because).join(', ');
    return saved(customer, { customer: looked.customer, effects: looked.before, because }, here);
  }

  function refuse(customer: Customer, { refused: scenario, because, at, step }: Refused): Decided {
    const claim = customer.sends.findLast(
      (send) =>
        send.scenario === scenario && send.state !== 'skipped' && (step === undefined || send.step === step),
    );
    const enrolment = customer.enrolments.find((other) => other.id === claim?.enrolment);
    if (!claim || !enrolment) throw new Error(`nothing of ${scenario} is claimed`);
    const here = around(instantOf(at));
    const input = { kind: 'refusal', touchpoint: claim.touchpoint, because, around: here } as const;
    const definition = fixed.book.find(enrolment.scenario, enrolment.version);
    return saved(customer, advance({ scenario: definition, customer, enrolment }, input), here);
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
      running: (scenario: string) => openEnrolment(customer, scenario),
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

/** What is remembered by whoever this decision lets in that waited. */
const cause = 'decision';

function saved(before: Customer, advanced: Decided, here: SendingSurroundings): Decided {
  const walked: Entries = { customer: advanced.customer, before: [], notes: [] };
  const asked = withFreePlaces(walked, here, cause);
  const customer = tidied(asked.customer, here);
  const after = afterSave(asked.customer, customer, new Set([cause]));
  return sound(
    before,
    { ...advanced, customer, effects: [...advanced.effects, ...asked.before, ...after] },
    here,
  );
}

/** By scenario, or by the enrolment's own id where several run. */
function openEnrolment(customer: Customer, scenario: string): Enrolment {
  const found = customer.enrolments.find(
    (other) => !other.ended && (other.scenario === scenario || other.id === scenario),
  );
  if (!found) throw new Error(`${scenario} is not running`);
  return found;
}

const isTimer = (effect: Effect): effect is ArmTimer =>
  effect.do === 'arm' && effect.message.kind === 'timer';

function told({ customer, effects, because }: Decided, zone: string): Outcome {
  const running = customer.enrolments.filter((enrolment) => !enrolment.ended);
  return {
    because,
    sent: effects.flatMap((effect) => (effect.do === 'send' ? effect.touchpoint.template : [])),
    skipped: effects.flatMap((effect) =>
      effect.do === 'record' ? `${effect.touchpoint.template}: ${effect.touchpoint.because}` : [],
    ),
    armed: effects.flatMap((effect) => (isTimer(effect) ? wall(effect.due, zone) : [])),
    running: running.map(
      ({ scenario, step, due, held }) =>
        `${scenario}@${step} until ${wall(due, zone)}${held ? ` (${held})` : ''}`,
    ),
    ended: customer.enrolments.flatMap(({ scenario, ended }) =>
      ended ? `${scenario}: ${ended.because}` : [],
    ),
    published: effects.flatMap((effect) => (effect.do === 'publish' ? effect.event.name : [])),
  };
}
