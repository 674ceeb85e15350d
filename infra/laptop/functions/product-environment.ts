/** What the stack gives a function, for functions that run on this machine. */
import path from 'node:path';
import type { Environment } from '../../../shared/settings/environment.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { settingsVariable } from '../../stack/functions/settings-variable.ts';
import type { StackNames } from '../../stack/names.ts';
import { accountId, arn } from '../arns.ts';
import { localQueueUrl } from '../queues/queues.ts';

const templatesDirectory = path.join(import.meta.dirname, '..', '..', '..', 'dist', 'templates');

/** @param urls of the cloud's port as the functions reach it, and of the public links */
export function productEnvironment(
  settings: Settings,
  names: StackNames,
  { awsUrl, linkBaseUrl }: { readonly awsUrl: string; readonly linkBaseUrl: string },
): Environment {
  return {
    TSUNAGU_SETTINGS: settingsVariable(settings),
    RECORDS_TABLE: names.tables.records,
    BESIDE_TABLE: names.tables.beside,
    SWEEP_INDEX: names.sweepIndex,
    SECRET_ID: names.secret,
    INTAKE_QUEUE_URL: localQueueUrl(awsUrl, names.queue('intake')),
    FEEDBACK_QUEUE_URL: localQueueUrl(awsUrl, names.queue('feedback')),
    FEEDBACK_DEAD_LETTERS_URL: localQueueUrl(awsUrl, names.deadLetters('feedback')),
    RULE_DEAD_LETTERS_URL: localQueueUrl(awsUrl, names.ruleDeadLetters),
    TRANSACTIONAL_LANE_URL: localQueueUrl(awsUrl, names.queue('transactional')),
    MARKETING_LANE_URL: localQueueUrl(awsUrl, names.queue('marketing')),
    TRANSACTIONAL_LANE_ARN: arn('sqs', names.queue('transactional')),
    MARKETING_LANE_ARN: arn('sqs', names.queue('marketing')),
    BUS_NAME: names.bus,
    SCHEDULE_GROUP: names.scheduleGroup,
    SCHEDULER_ROLE_ARN: `arn:aws:iam::${accountId}:role/${names.schedulerRole}`,
    TIMER_DEAD_LETTERS_ARN: arn('sqs', names.timerDeadLetters),
    TRANSACTIONAL_CONFIGURATION_SET: names.configurationSet('transactional'),
    MARKETING_CONFIGURATION_SET: names.configurationSet('marketing'),
    LINK_BASE_URL: linkBaseUrl,
    TEMPLATES_DIR: templatesDirectory,
  };
}
