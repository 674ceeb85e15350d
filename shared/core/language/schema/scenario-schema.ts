/** The shape of a scenario as loaded data: what types promise at compile time, checked again. */
import * as z from 'zod/mini';
import { priorities } from '../../values/priority.ts';
import { topics } from '../../values/topic.ts';
import { listedSets } from '../switches/start-set.ts';
import { duration, event, filter, rule, stepIdText, text, whole } from './scenario-schema-parts.ts';
import { step } from './scenario-schema-steps.ts';
import { limit, trigger } from './scenario-schema-trigger.ts';

const words = z.optional(text(1000));
const exitWords =
  'is an event of the catalogue, { on, filter, same } with one, { when } with a filter, or { mailbox: "bought" }';

export const scenarioSchema = z.strictObject({
  id: stepIdText,
  version: z.number().check(z.multipleOf(1, 'is a whole number'), z.gte(1)),
  stage: z.enum(['awareness', 'education', 'conversion', 'retention', 'referral']),
  purpose: text(300),
  program: z.optional(whole(1, 99)),
  waitsFor: words,
  hypothesis: words,
  motive: words,
  barrier: words,
  callToAction: words,
  kpi: words,
  kind: z.enum(['transactional', 'marketing']),
  topic: z.optional(z.enum(topics)),
  enabled: z.optional(z.boolean()),
  startSets: z.optional(z.array(z.enum(listedSets))),
  group: z.optional(stepIdText),
  replaces: z.optional(z.array(stepIdText).check(z.minLength(1), z.maxLength(10))),
  whenTaken: z.optional(z.enum(['wait', 'replace', 'skip'], 'is "wait", "replace" or "skip"')),
  limit: z.optional(limit),
  holdout: z.optional(z.union([z.number().check(z.gte(0), z.lte(100)), z.literal('auto')])),
  priority: z.optional(z.enum(priorities)),
  trigger,
  goal: z.optional(z.strictObject({ ...rule.shape, within: duration })),
  exitOn: z.optional(
    z
      .array(
        z.union(
          [event, rule, z.strictObject({ when: filter }), z.strictObject({ mailbox: z.literal('bought') })],
          exitWords,
        ),
      )
      .check(z.maxLength(20)),
  ),
  inFlight: z.optional(
    z.union(
      [z.literal('stay'), z.strictObject({ move: z.record(stepIdText, stepIdText) })],
      'is "stay", or { move } with a map from the step ids of the version before to those of this one',
    ),
  ),
  rhythm: z.optional(text(64)),
  steps: z.array(step).check(z.minLength(1), z.maxLength(100)),
});
