/** A scenario: the versioned definition of a journey, plain data without functions. */
import type { EventName } from '../events/event-catalogue.ts';
import type { Duration } from '../values/duration.ts';
import type { Priority } from '../values/priority.ts';
import type { Topic } from '../values/topic.ts';
import type { EventRule } from './event-rule.ts';
import type { Filter } from './filter.ts';
import type { Step } from './steps.ts';
import type { ListedSet } from './switches/start-set.ts';
import type { Limit, Trigger } from './trigger.ts';

export type Stage = 'awareness' | 'education' | 'conversion' | 'retention' | 'referral';
export type Kind = 'transactional' | 'marketing';

export interface Goal extends EventRule {
  readonly within: Duration;
}

/** A state that ends the enrolment: asked after each of her events and again when a message is due. */
interface ExitWhen {
  readonly when: Filter;
}

/** An order of another customer with the same address ends the enrolment. */
interface ExitByMailbox {
  readonly mailbox: 'bought';
}

/** Why the store believes in the journey; shown on the journey map and beside its numbers. */
interface Hypothesis {
  /** What we think will happen, and why. */
  readonly hypothesis?: string;
  /** What moves her, and what holds her back. */
  readonly motive?: string;
  readonly barrier?: string;
  readonly callToAction?: string;
  readonly kpi?: string;
  /** The number of the program it is, in the table of `docs/scenarios.md`. */
  readonly program?: number;
  /** What it still waits for, where it cannot do all it says yet. */
  readonly waitsFor?: string;
}

/** What becomes of people in flight in the version before this one; `stay`: they finish the version they entered. */
type InFlight = 'stay' | { readonly move: Readonly<Record<string, string>> };

interface ScenarioBase<Id extends string> extends Hypothesis {
  readonly id: string;
  readonly version: number;
  readonly stage: Stage;
  /** One sentence: what this journey is for. */
  readonly purpose: string;
  /** False: nobody is let in; who is inside goes on. True unless given. */
  readonly enabled?: boolean;
  /** The start sets that hold it, beside `everything`. A store's own scenario names none, and is in each. */
  readonly startSets?: readonly ListedSet[];
  /** Of the scenarios of one group one runs at a time for a customer: the one that came first. */
  readonly group?: string;
  /** Scenarios of its group that it takes the place of: whoever it lets in leaves them. */
  readonly replaces?: readonly string[];
  /**
   * Where another of its group runs: the newest entry waits until the group is free, takes the place of whatever runs, or comes
   * to nothing. `skip` unless given.
   */
  readonly whenTaken?: 'wait' | 'replace' | 'skip';
  readonly limit?: Limit;
  /** Of 100 customers so many, by hash, walk through and get no marketing message: to compare against. `auto`: 10 where enough enter in a year, else none. */
  readonly holdout?: number | 'auto';
  readonly priority?: Priority;
  readonly trigger: Trigger;
  readonly goal?: Goal;
  readonly exitOn?: readonly (EventName | EventRule | ExitWhen | ExitByMailbox)[];
  readonly inFlight?: InFlight;
  /** Put there where the library is built: the rhythm in force, where that is not `classic` and the scenario asks for one. */
  readonly rhythm?: string;
  readonly steps: readonly Step<Id>[];
}

export type Scenario<Id extends string = string> = ScenarioBase<Id> &
  ({ readonly kind: 'transactional' } | { readonly kind: 'marketing'; readonly topic: Topic });

/** Types a scenario so that a wrong step id, template, event or attribute is a compile error on its own line. */
export function defineScenario<const Id extends string>(scenario: Scenario<Id>): Scenario {
  return scenario;
}
