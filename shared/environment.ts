/** What the stack hands to a function as environment variables. One table: infra fills it, the wiring reads it. */
import * as z from 'zod/mini';

const variables = {
  /** The settings as JSON (`shared/settings.ts`). */
  TSUNAGU_SETTINGS: z.string(),
  TABLE_NAME: z.string(),
  SWEEP_INDEX: z.string(),
  /** Secrets Manager: `{ "k1": "…", "k2": "…" }`; `k1` also keys the address hashes. */
  SECRET_ID: z.string(),
  TRANSACTIONAL_LANE_URL: z.string(),
  MARKETING_LANE_URL: z.string(),
  TRANSACTIONAL_LANE_ARN: z.string(),
  MARKETING_LANE_ARN: z.string(),
  SCHEDULE_GROUP: z.string(),
  SCHEDULER_ROLE_ARN: z.string(),
  TIMER_DEAD_LETTERS_ARN: z.string(),
  TRANSACTIONAL_CONFIGURATION_SET: z.string(),
  MARKETING_CONFIGURATION_SET: z.string(),
  /** `https://host` without a slash at its end: where public links lead. */
  LINK_BASE_URL: z.string(),
  /** Where the compiled templates lie. */
  TEMPLATES_DIR: z.string(),
} as const;

export const environmentSchema = z.partial(z.object(variables));

export type EnvironmentVariable = keyof typeof variables;
export type Environment = Record<EnvironmentVariable, string>;
