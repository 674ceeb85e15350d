import type { EventRule } from './event-rule.ts';
import type { Filter } from './filter.ts';
import type { Scenario } from './scenario.ts';

/** The rules of `exitOn` about events, each in its long form. */
export function exitRules(scenario: Pick<Scenario, 'exitOn'>): readonly EventRule[] {
  return (scenario.exitOn ?? []).flatMap((rule) => {
    if (typeof rule === 'string') return [{ on: rule }];
    return 'on' in rule ? [rule] : [];
  });
}

/** True for a scenario that an order of another customer with the same address ends. */
export function endsByMailbox({ exitOn }: Pick<Scenario, 'exitOn'>): boolean {
  return exitOn?.some((rule) => typeof rule !== 'string' && 'mailbox' in rule) === true;
}

/** The states that end an enrolment: any of them. */
export function exitStates(scenario: Scenario): readonly Filter[] {
  return (scenario.exitOn ?? []).flatMap((rule) =>
    typeof rule !== 'string' && 'when' in rule ? [rule.when] : [],
  );
}
