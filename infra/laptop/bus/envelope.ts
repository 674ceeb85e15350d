/** What EventBridge puts around an event, and how buses and rules are called by ARN. */
import { arn } from '../arns.ts';

export interface BusEnvelope {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  /** ISO 8601, whole seconds. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
  /** On events that a replay brings. */
  readonly 'replay-name'?: string;
}

export const busArn = (bus: string) => arn('events', `event-bus/${bus}`);

/** The rules of the default bus are named without it. */
export const ruleArn = (bus: string, rule: string) =>
  arn('events', bus === 'default' ? `rule/${rule}` : `rule/${bus}/${rule}`);
