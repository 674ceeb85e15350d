/** The AWS services over what the cloud holds. */
import type { State } from '../state.ts';
import type { Database } from '../table/database.ts';
import type { Services } from './aws-router.ts';
import { dynamoService } from './dynamodb.ts';
import { eventsService } from './events.ts';
import { type InvokeByName, lambdaService } from './lambda.ts';
import { schedulerService } from './scheduler.ts';
import { secretsService } from './secrets.ts';
import { sesService } from './ses.ts';
import { sqsService } from './sqs.ts';

/** @param url where the cloud listens, as it appears in queue URLs */
export function awsServices(
  state: State,
  database: Database,
  invoke: InvokeByName,
  url: () => string,
): Services {
  const { settings, names, clock, tally, queues, buses, schedules, mailbox } = state;
  const configurationSets = [names.configurationSet('transactional'), names.configurationSet('marketing')];
  return {
    dynamodb: dynamoService(database),
    events: eventsService(buses, (entries) => {
      tally.events += entries;
    }),
    lambda: lambdaService(invoke),
    scheduler: schedulerService(schedules),
    secretsmanager: secretsService(names.secret, clock.now_ms()),
    ses: sesService({ mailbox, buses, configurationSets, sendRate: settings.sendRate }),
    sqs: sqsService(queues, url),
  };
}
