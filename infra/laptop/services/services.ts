/** The AWS services over what the cloud holds. */
import { publishedEvents } from '../../stack/mail/mail-events.ts';
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

interface Reached {
  readonly invoke: InvokeByName;
  /** Where the cloud listens, as it appears in queue URLs. */
  readonly url: () => string;
  /** How late SES tells of a mail. */
  readonly feedbackDelay_ms: () => number;
  readonly cameBack: (at_ms: number) => void;
}

export function awsServices(
  state: State,
  database: Database,
  { invoke, url, feedbackDelay_ms, cameBack }: Reached,
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
      published: publishedEvents(settings),
      at: (at_ms, notify) => agenda.add(at_ms, notify),
      feedbackDelay_ms,
      cameBack,
    }),
    sqs: sqsService(queues, url),
  };
}
