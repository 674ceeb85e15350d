/** What every construct asks: whose deployment this is, and how its resources are called. */
import { RemovalPolicy } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Settings } from '../../shared/settings/settings.ts';
import { type FunctionName, namesOf, type StackNames } from './names.ts';

export interface Deployment {
  readonly settings: Settings;
  readonly names: StackNames;
  /** In production, what holds customers' data and promises outlives the stack. */
  readonly production: boolean;
  readonly removalPolicy: RemovalPolicy;
  /** Stands in for the bundle of a function. */
  readonly codeOf: ((name: FunctionName) => Code) | undefined;
}

export function deploymentOf(settings: Settings, codeOf?: Deployment['codeOf']): Deployment {
  const production = settings.stage === 'production';
  return {
    settings,
    names: namesOf(settings),
    production,
    removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    codeOf,
  };
}
