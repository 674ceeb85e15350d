/** The environment of the functions in the lab: what the stack gives them, and nothing by which AWS can be reached. */
import path from 'node:path';
import type { Environment } from '../../../shared/environment.ts';
import type { Settings } from '../../../shared/settings.ts';
import { accountId, arn, region } from '../../local/arns.ts';
import type { Names } from '../../names.ts';
import { settingsVariable } from '../../settings-variable.ts';

export function labEnvironment(settings: Settings, names: Names, url: string): Record<string, string> {
  const product: Environment = {
    TSUNAGU_SETTINGS: settingsVariable(settings),
    TABLE_NAME: names.table,
    SWEEP_INDEX: names.sweepIndex,
    SECRET_ID: names.secret,
    TRANSACTIONAL_LANE_URL: `${url}/${accountId}/${names.queue('transactional')}`,
    MARKETING_LANE_URL: `${url}/${accountId}/${names.queue('marketing')}`,
    TRANSACTIONAL_LANE_ARN: arn('sqs', names.queue('transactional')),
    MARKETING_LANE_ARN: arn('sqs', names.queue('marketing')),
    SCHEDULE_GROUP: names.scheduleGroup,
    SCHEDULER_ROLE_ARN: `arn:aws:iam::${accountId}:role/${names.schedulerRole}`,
    TIMER_DEAD_LETTERS_ARN: arn('sqs', names.timerDeadLetters),
    TRANSACTIONAL_CONFIGURATION_SET: names.configurationSet('transactional'),
    MARKETING_CONFIGURATION_SET: names.configurationSet('marketing'),
    LINK_BASE_URL: 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
    TEMPLATES_DIR: path.join(import.meta.dirname, '..', '..', '..', 'dist', 'templates'),
  };
  return {
    ...product,
    AWS_ENDPOINT_URL: url,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    POWERTOOLS_LOG_LEVEL: 'INFO',
  };
}
