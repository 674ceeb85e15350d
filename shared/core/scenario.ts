/** A scenario: the versioned definition of a journey, plain data without functions. */
import type { Duration } from './duration.ts';
import type { EventName } from './event-names.ts';
import type { Filter } from './filter.ts';
import type { TemplateName } from './register.ts';
import type { Topic } from './topic.ts';

export type Stage = 'awareness' | 'education' | 'conversion' | 'retention' | 'referral';
export type Kind = 'transactional' | 'marketing';

/** Day `day` at `at` ("hh:mm", the customer's wall clock), counted from the civil day of the anchor. */
export interface CivilTarget {
  readonly day: number;
  readonly after: Anchor;
  readonly at: string;
}

/** `arrived`: delivered, else shipped plus transit days, else ordered plus five days. */
export type Anchor = 'entry' | 'order' | 'arrived';

interface Named<Id extends string> {
  /** Written by hand and stable: people in flight are remembered by it. At most 64 of `a-z 0-9 -`. */
  readonly id: Id;
}

export interface WaitFor<Id extends string = string> extends Named<Id> {
  readonly kind: 'wait';
  readonly for: Duration;
}
export interface WaitUntil<Id extends string = string> extends Named<Id> {
  readonly kind: 'wait';
  readonly until: CivilTarget;
}
export interface Send<Id extends string = string> extends Named<Id> {
  readonly kind: 'send';
  readonly template: TemplateName;
  /** How long after its due the message may still go; the scenario kind's setting unless given. */
  readonly expiry?: Duration;
}
export interface Branch<Id extends string = string> extends Named<Id> {
  readonly kind: 'branch';
  readonly when: readonly { readonly if: Filter; readonly then: NoInfer<Id> }[];
  readonly else: NoInfer<Id>;
}
export interface Exit<Id extends string = string> extends Named<Id> {
  readonly kind: 'exit';
  readonly outcome?: string;
}

export type Step<Id extends string = string> = WaitFor<Id> | WaitUntil<Id> | Send<Id> | Branch<Id> | Exit<Id>;

/** `order`: each order lets her in once; `ever`: once in her life; `every`: not again before that span is over. */
export type OncePer = 'ever' | 'order' | { readonly every: Duration };

export interface Trigger {
  readonly on: EventName;
  readonly filter?: Filter;
  readonly oncePer: OncePer;
  /** What a new trigger does while a run of this scenario is open. */
  readonly whileRunning: 'ignore' | 'restart' | 'parallel';
  /** An older event does not let in; the setting (72 h) unless given. */
  readonly freshness?: Duration;
}

/**
 * A rule about an event. `same: 'order'` (the default for events about an order that is already placed) asks for
 * the order of the enrolment; `same: 'customer'` takes any of hers.
 */
export interface EventRule {
  readonly on: EventName;
  readonly filter?: Filter;
  readonly same?: 'order' | 'customer';
}

export interface Goal extends EventRule {
  readonly within: Duration;
}

interface ScenarioBase<Id extends string> {
  readonly id: string;
  readonly version: number;
  readonly stage: Stage;
  /** One sentence: what this journey is for. */
  readonly purpose: string;
  readonly trigger: Trigger;
  readonly goal?: Goal;
  readonly exitOn?: readonly (EventName | EventRule)[];
  readonly steps: readonly Step<Id>[];
}

export type Scenario<Id extends string = string> = ScenarioBase<Id> &
  ({ readonly kind: 'transactional' } | { readonly kind: 'marketing'; readonly topic: Topic });

/** Types a scenario so that a wrong step id, template, event or attribute is a compile error on its own line. */
export function defineScenario<const Id extends string>(scenario: Scenario<Id>): Scenario {
  return scenario;
}
