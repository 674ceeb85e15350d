/** A stack of an example store for tests of the stack, with stand-ins where its functions' bundles would be. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { readSettings } from '../../../infra/stack/read-settings.ts';
import { TsunaguStack } from '../../../infra/stack/tsunagu-stack.ts';
import { defineScenario } from '../../../shared/core/language/scenario.ts';
import type { Settings } from '../../../shared/settings/settings.ts';

const cdkJson = JSON.parse(readFileSync(join(import.meta.dirname, '../../../cdk.json'), 'utf8'));

export const exampleSettings: Readonly<Record<string, unknown>> = cdkJson.context.tsunagu;

/** In production somebody hears of the alarms. */
export const settingsWith = (changes: Partial<Settings> = {}): Settings => {
  const heard = changes.stage === 'production' ? { alarmMail: 'ops@example.com' } : {};
  return readSettings({ ...exampleSettings, ...heard, ...changes });
};

const exampleScenario = defineScenario({
  id: 'example',
  version: 1,
  stage: 'retention',
  purpose: 'Stands for a scenario.',
  kind: 'transactional',
  trigger: { on: 'OrderPaid', oncePer: 'order', whileRunning: 'parallel' },
  exitOn: ['OrderRefunded', { on: 'DeliveryFailed', same: 'customer' }],
  goal: { on: 'OrderExchanged', within: { days: 1 } },
  steps: [{ id: 'end', kind: 'exit' }],
});

/** Answers each order at once. */
const thanks = defineScenario({
  ...exampleScenario,
  id: 'thanks',
  trigger: { on: 'OrderPlaced', oncePer: 'order', whileRunning: 'parallel' },
  exitOn: ['OrderCancelled'],

  steps: [{ id: 'thanks', kind: 'send', template: 'order-thanks/thanks' }],
});

const standIn = () => Code.fromInline('exports.handler = async () => {};');

/** `validated`: also by the CDK's own rules for CloudFormation, which take seconds to load. */
export function exampleStack(changes: Partial<Settings> = {}, validated = false): TsunaguStack {
  const app = new App({ context: cdkJson.context, builtinCloudFormationValidation: validated });
  return new TsunaguStack(app, {
    settings: settingsWith(changes),
    scenarios: [exampleScenario, thanks],
    segments: [],
    codeOf: standIn,
  });
}

export const exampleTemplate = (changes: Partial<Settings> = {}): Template =>
  Template.fromStack(exampleStack(changes));
