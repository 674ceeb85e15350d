/** What a worker process finds in its environment: what the stack gives the function, and the way to this cloud. */
import path from 'node:path';
import type { Environment } from '../../../shared/environment.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { FunctionName, Names } from '../../names.ts';
import { settingsVariable } from '../../settings-variable.ts';
import { accountId, arn, region } from '../arns.ts';
import { childEnvironment } from '../child-environment.ts';
import { queueUrl } from '../queues/queues.ts';

const templatesDirectory = path.join(import.meta.dirname, '..', '..', '..', 'dist', 'templates');

function productEnvironment(settings: Settings, names: Names, { url, awsUrl }: Place): Environment {
  return {
    TSUNAGU_SETTINGS: settingsVariable(settings),
    TABLE_NAME: names.table,
    SWEEP_INDEX: names.sweepIndex,
    SECRET_ID: names.secret,
    TRANSACTIONAL_LANE_URL: queueUrl(awsUrl, names.queue('transactional')),
    MARKETING_LANE_URL: queueUrl(awsUrl, names.queue('marketing')),
    TRANSACTIONAL_LANE_ARN: arn('sqs', names.queue('transactional')),
    MARKETING_LANE_ARN: arn('sqs', names.queue('marketing')),
    SCHEDULE_GROUP: names.scheduleGroup,
    SCHEDULER_ROLE_ARN: `arn:aws:iam::${accountId}:role/${names.schedulerRole}`,
    TIMER_DEAD_LETTERS_ARN: arn('sqs', names.timerDeadLetters),
    TRANSACTIONAL_CONFIGURATION_SET: names.configurationSet('transactional'),
    MARKETING_CONFIGURATION_SET: names.configurationSet('marketing'),
    LINK_BASE_URL: url.replace('127.0.0.1', 'localhost'),
    TEMPLATES_DIR: templatesDirectory,
  };
}

/** Where the cloud's port and its database are reached; known once they listen. */
export interface Place {
  /** By people. */
  readonly url: string;
  /** By the functions. */
  readonly awsUrl: string;
  readonly databaseUrl: string;
}

export interface EnvironmentOptions {
  readonly settings: Settings;
  readonly names: Names;
  readonly place: Place;
  readonly verbose: boolean;
}

/** The whole environment of one process: nothing of the operator's own shell, so no real account can be reached. */
export function workerEnvironment(
  { settings, names, place, verbose }: EnvironmentOptions,
  name: FunctionName,
  worker: string,
): Record<string, string> {
  return {
    ...productEnvironment(settings, names, place),
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
    POWERTOOLS_LOG_LEVEL: verbose ? 'INFO' : 'WARN',
    ...(verbose ? {} : { POWERTOOLS_METRICS_DISABLED: 'true' }),
  };
}
