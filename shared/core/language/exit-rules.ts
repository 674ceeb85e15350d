import { onceEach } from '../values/once-each.ts';
import type { EventRule } from './event-rule.ts';
import type { Filter } from './filter.ts';
import type { Scenario } from './scenario.ts';

/** The rules of `exitOn` about events, each in its long form. */
export const exitRules = onceEach((scenario: Pick<Scenario, 'exitOn'>): readonly EventRule[] =>
  (scenario.exitOn ?? []).flatMap((rule) => {
    if (typeof rule === 'string') return [{ on: rule }];
    return 'on' in rule ? [rule] : [];
  }),
);

/** True for a scenario that an order of another customer with the same address ends. */
export function endsByMailbox({ exitOn }: Pick<Scenario, 'exitOn'>): boolean {
  return exitOn?.some((rule) => typeof rule !== 'string' && 'mailbox' in rule) === true;
}

/** The states that end an enrolment: any of them. */
export const exitStates = onceEach((scenario: Pick<Scenario, 'exitOn'>): readonly Filter[] =>
  (scenario.exitOn ?? []).flatMap((rule) => (typeof rule !== 'string' && 'when' in rule ? [rule.when] : [])),
);
