/** What the stack hands to a function as environment variables. One list: infra fills it, the wiring reads it. */
import type { Variables } from './process-environment.ts';

export type EnvironmentVariable =
  /** The settings as JSON (`shared/settings/settings.ts`). */
  | 'TSUNAGU_SETTINGS'
  /** Customers' records alone. */
  | 'RECORDS_TABLE'
  /** All that lies beside them. */
  | 'BESIDE_TABLE'
  | 'SWEEP_INDEX'
  /** Secrets Manager: `{ "k1": "…", "k2": "…" }`; `k1` also keys the address hashes. */
  | 'SECRET_ID'
  | 'INTAKE_QUEUE_URL'
  | 'FEEDBACK_QUEUE_URL'
  | 'FEEDBACK_DEAD_LETTERS_URL'
  | 'RULE_DEAD_LETTERS_URL'
  | 'TRANSACTIONAL_LANE_URL'
  | 'MARKETING_LANE_URL'
  | 'TRANSACTIONAL_LANE_ARN'
  | 'MARKETING_LANE_ARN'
  /** The store's own bus, where the engine puts its events. */
  | 'BUS_NAME'
  | 'SCHEDULE_GROUP'
  | 'SCHEDULER_ROLE_ARN'
  | 'TIMER_DEAD_LETTERS_ARN'
  | 'TRANSACTIONAL_CONFIGURATION_SET'
  | 'MARKETING_CONFIGURATION_SET'
  /** `https://host` without a slash at its end: where public links lead. */
  | 'LINK_BASE_URL'
  /** Where the compiled templates lie. */
  | 'TEMPLATES_DIR';

export type Environment = Record<EnvironmentVariable, string>;

/** Thrown at a function's start when the stack did not hand it a variable it needs. */
export class MissingEnvironment extends Error {
  override readonly name = 'MissingEnvironment';
  readonly code = 'MISSING_ENVIRONMENT';
}

/** One variable, which must be there. Throws {@link MissingEnvironment}. */
export function environmentReader(from: Variables) {
  return (name: EnvironmentVariable): string => {
    const value = from[name];
    if (value) return value;
    throw new MissingEnvironment(`Set ${name}: the stack does when it deploys.`);
  };
}
