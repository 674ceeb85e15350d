/** What the CDK runs: settings from the context, one stack, checked by the AWS Solutions rules. */
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { scenarios } from '../shared/scenarios/registry.ts';
import { InvalidSettings } from '../shared/settings.ts';
import { readSettings } from './read-settings.ts';
import { StackError } from './stack-error.ts';
import { TsunaguStack } from './tsunagu-stack.ts';

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
try {
  new TsunaguStack(app, { settings: readSettings(app.node.tryGetContext('tsunagu')), scenarios });
} catch (error) {
  if (!(error instanceof InvalidSettings || error instanceof StackError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exit(1);
}
