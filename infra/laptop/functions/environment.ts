/** What a worker finds in its environment: what the stack gives the function, and the way to this cloud. */
import type { Settings } from '../../../shared/settings/settings.ts';
import type { FunctionName, StackNames } from '../../stack/names.ts';
import { region } from '../arns.ts';
import { childEnvironment } from '../child-environment.ts';
import { productEnvironment } from './product-environment.ts';

/** Where the cloud's port and its database are reached; known once they listen. */
export interface FunctionPlace {
  /** By people. */
  readonly url: string;
  /** By the functions. */
  readonly awsUrl: string;
  readonly databaseUrl: string;
}

export interface EnvironmentOptions {
  readonly settings: Settings;
  readonly names: StackNames;
  readonly place: FunctionPlace;
  readonly verbose: boolean;
  /** Spares the workers' signatures, which this cloud never checks. */
  readonly unsigned: boolean;
}

/** The whole environment of one worker: nothing of the operator's own shell, so no real account can be reached. */
export function workerEnvironment(
  { settings, names, place, verbose, unsigned }: EnvironmentOptions,
  name: FunctionName,
  worker: string,
): Record<string, string> {
  return {
    ...productEnvironment(settings, names, {
      awsUrl: place.awsUrl,
      linkBaseUrl: place.url.replace('127.0.0.1', 'localhost'),
    }),
    ...childEnvironment(),
    AWS_ENDPOINT_URL: place.awsUrl,
    AWS_ENDPOINT_URL_DYNAMODB: place.databaseUrl,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: worker,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_LAMBDA_FUNCTION_NAME: names.function(name),
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
    ...(!verbose && { TSUNAGU_QUIET: 'true' }),
    ...(unsigned && { TSUNAGU_LOCAL_UNSIGNED: 'true' }),
  };
}
