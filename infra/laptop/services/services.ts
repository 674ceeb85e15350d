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

/**
 * @param url where the cloud listens, as it appears in queue URLs
 * @param feedbackDelay_ms how late SES tells of a mail
 */
export function awsServices(
  state: State,
  database: Database,
  invoke: InvokeByName,
  url: () => string,
  feedbackDelay_ms: () => number,
): Services {
  const { settings, names, clock, agenda, tally, queues, buses, archives, replays, schedules, mailbox } =
    state;
  const configurationSets = [names.configurationSet('transactional'), names.configurationSet('marketing')];
  return {
    dynamodb: dynamoService(database),
    events: eventsService({
      buses,
      archives,
      replays,
      taken: (entries) => {
        tally.events += entries;
      },
    }),
    lambda: lambdaService(invoke),
    scheduler: schedulerService(schedules),
    secretsmanager: secretsService(names.secret, state.secret, clock.now_ms()),
    ses: sesService({
      mailbox,
      buses,
      configurationSets,
      sendRate: settings.sendRate,
      at: (at_ms, notify) => agenda.add(at_ms, notify),
      feedbackDelay_ms,
    }),
    sqs: sqsService(queues, url),
  };
}
