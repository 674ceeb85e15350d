/** One way to make a function: fixed runtime, size, log and rights, so that they differ only in their task. */
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Environment, EnvironmentVariable } from '../../../shared/settings/environment.ts';
import type { Deployment } from '../deployment.ts';
import { memory_megabytes, timeout_s } from '../event-sources.ts';
import { logGroup } from '../logs.ts';
import type { FunctionName } from '../names.ts';
import { bundlingOf, projectRoot } from './bundling.ts';
import { settingsVariable } from './settings-variable.ts';
import { splitFunction } from './split-function.ts';

/** What a function may do, and the variables that tell it where. */
export interface Opening {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Readonly<Record<string, unknown>>;
  readonly variables?: Partial<Environment>;
}

export class NodeFunction extends Construct {
  readonly lambda: NodejsFunction;
  readonly role: Role;
  readonly logs: LogGroup;

  /** Bundles `functions/<name>/handler.ts`; the function begins with the settings and the right to log, no more. */
  constructor(scope: Construct, deployment: Deployment, name: FunctionName) {
    super(scope, name);
    const functionName = deployment.names.function(name);
    this.logs = logGroup(this, `/aws/lambda/${functionName}`, deployment.settings);
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.logs.grantWrite(this.role);
    const code = deployment.codeOf?.(name);
    this.lambda = new NodejsFunction(this, 'Function', {
      functionName,
      role: this.role,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory_megabytes[name],
      timeout: Duration.seconds(timeout_s[name]),
      // The table and the logs say why a mail went; traces would cost more than the mails' whole way.
      tracing: Tracing.DISABLED,
      logGroup: this.logs,
      handler: 'index.handler',
      ...(code
        ? { code }
        : {
            entry: splitFunction(name).entry,
            projectRoot,
            depsLockFilePath: join(projectRoot, 'package-lock.json'),
            bundling: bundlingOf(name),
          }),
    });
    this.setEnvironment({ TSUNAGU_SETTINGS: settingsVariable(deployment.settings) });
  }

  /** Sets variables: a name that no function reads does not compile. */
  setEnvironment(variables: Partial<Environment>): void {
    for (const [variable, value] of Object.entries(variables) as [EnvironmentVariable, string][]) {
      this.lambda.addEnvironment(variable, value);
    }
  }

  /** Grants and sets the variables in one call, so that neither is forgotten. */
  open(opening: Opening): void {
    this.role.addToPolicy(
      new PolicyStatement({
        actions: [...opening.actions],
        resources: [...opening.resources],
        ...(opening.conditions && { conditions: { ...opening.conditions } }),
      }),
    );
    this.setEnvironment(opening.variables ?? {});
  }
}
