import type { Temporal } from 'temporal-polyfill';
import type { Channel } from '../language/steps.ts';
import type { Because } from '../values/because.ts';
import type { ContentType } from '../values/content-type.ts';
import type { Topic } from '../values/topic.ts';

type Instant = Temporal.Instant;

/** A message decided: claimed for sending, or skipped. The touchpoint item holds the outcome. */
export interface RecentSend {
  readonly touchpoint: string;
  readonly enrolment: string;
  readonly scenario: string;
  readonly version: number;
  readonly step: string;
  readonly kind: 'transactional' | 'marketing';
  /** Absent for mail. */
  readonly channel?: Exclude<Channel, 'email'> | undefined;
  readonly content?: ContentType | undefined;
  /** Where it is not the scenario's own. */
  readonly topic?: Topic | undefined;
  /** The arm of the timer message that decided it: how a redelivery finds its own claim. */
  readonly arm: number;
  readonly at: Instant;
  /** When the message first fell due; its expiry counts from here. */
  readonly since: Instant;
  /** How often the walk had gone back when it came to this step. */
  readonly lap?: number | undefined;
  /** The message of a series: 1 for the first. */
  readonly number?: number | undefined;
  /** `claimed`: it went to the mail service; `resent`: claimed a second time after an unknown outcome. */
  readonly state: 'claimed' | 'resent' | 'skipped';
  /** When it was found to never have gone, and one try more was asked for: nothing asks for another by itself. */
  readonly givenBack?: Instant | undefined;
  /** Of a claim whose second try was refused, the refusal. */
  readonly because: Because;
  /** Of a skipped one: what took its place, as `scenario/step`. */
  readonly by?: string | undefined;
}
