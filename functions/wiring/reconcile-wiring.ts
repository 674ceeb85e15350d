/** The ports of the sweep. */
import { sesAccountClient, sqsClient } from '../../shared/aws/clients.ts';
import { dynamoAudit } from '../../shared/aws/dynamo-audit.ts';
import { dynamoControl } from '../../shared/aws/dynamo-control.ts';
import { dynamoCustomers } from '../../shared/aws/dynamo-customers.ts';
import { dynamoReputation } from '../../shared/aws/dynamo-reputation.ts';
import { dynamoRounds } from '../../shared/aws/dynamo-rounds.ts';
import { dynamoSweep } from '../../shared/aws/dynamo-sweep.ts';
import { dynamoUnknowns } from '../../shared/aws/dynamo-unknowns.ts';
import { sesAccount } from '../../shared/aws/ses-account.ts';
import { sqsFeedbackQueues } from '../../shared/aws/sqs-feedback-queues.ts';
import { sqsLanes } from '../../shared/aws/sqs-lanes.ts';
import type { Host } from '../host.ts';
import { engineFor, ground, intakeOf, laneUrlsOf } from './ground.ts';

export function reconcileWiring(host: Host) {
  const base = ground(host);
  const queues = sqsClient();
  const world = {
    ...base,
    lanes: sqsLanes({ client: queues, laneUrls: laneUrlsOf(base) }),
    intake: intakeOf(base, queues),
    audit: dynamoAudit(base.dynamo),
    control: dynamoControl(base.dynamo),
    reputation: dynamoReputation(base.dynamo),
    account: sesAccount({ client: sesAccountClient() }),
    customers: dynamoCustomers(base.dynamo),
    rounds: dynamoRounds(base.dynamo),
    unknowns: dynamoUnknowns(base.dynamo),
    feedbackQueues: sqsFeedbackQueues({
      client: queues,
      feedbackUrl: base.read('FEEDBACK_QUEUE_URL'),
      deadUrls: [base.read('FEEDBACK_DEAD_LETTERS_URL'), base.read('RULE_DEAD_LETTERS_URL')],
    }),
    sweep: dynamoSweep({ ...base.dynamo, index: base.read('SWEEP_INDEX') }),
  };
  return { ...base, engine: engineFor(base, world) };
}
