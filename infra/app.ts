/** What the CDK runs: settings from the context, one stack, checked by the AWS Solutions rules. */
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { switched, UnknownScenarioSwitch } from '../shared/core/language/switches/scenario-switches.ts';
import { checkPublishedSegments, UnknownPublishedSegment } from '../shared/core/questions/segments-asked.ts';
import { scenarios, segments } from '../shared/library.ts';
import { InvalidSettings } from '../shared/settings/invalid-settings.ts';
import { readSettings } from './stack/read-settings.ts';
import { StackError } from './stack/stack-error.ts';
import { TsunaguStack } from './stack/tsunagu-stack.ts';

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
try {
  const settings = readSettings(app.node.tryGetContext('tsunagu'));
  // A switch for a scenario that is not there is told here, and not by functions that fail to start.
  switched(scenarios, settings.scenarios);
  checkPublishedSegments(settings, segments);
  new TsunaguStack(app, { settings, scenarios, segments });
} catch (error) {
  const isOurRefusal = [InvalidSettings, StackError, UnknownScenarioSwitch, UnknownPublishedSegment].some(
    (kind) => error instanceof kind,
  );
  if (!isOurRefusal) throw error;
  const { code, message } = error as StackError;
  console.error(`${code}: ${message}`);
  process.exit(1);
}
