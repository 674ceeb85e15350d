/** The ports of the intake: all of a customer, and what is beside all customers. */
import { sqsClient } from '../../shared/aws/clients.ts';
import { dynamoAudit } from '../../shared/aws/dynamo-audit.ts';
import { dynamoEverybody } from '../../shared/aws/dynamo-everybody.ts';
import { dynamoOrderOwners } from '../../shared/aws/dynamo-order-owners.ts';
import { dynamoProducts } from '../../shared/aws/dynamo-products.ts';
import { dynamoRounds } from '../../shared/aws/dynamo-rounds.ts';
import { copiesOf } from '../../shared/aws/sqs-inbox.ts';
import { whenAsked } from '../../shared/aws/when-asked.ts';
import type { Host } from '../host.ts';
import { engineFor, ground, intakeOf, takingIn, timersAndLanes } from './ground.ts';

export function ingestWiring(host: Host) {
  const base = ground(host);
  const queues = sqsClient();
  const { inbox, ...ports } = timersAndLanes(base, queues);
  const keptDays = base.settings.touchpointDays;
  const orderOwners = whenAsked(() => dynamoOrderOwners({ ...base.dynamo, keptDays }));
  const world = {
    ...takingIn(base),
    ...ports,
    orderOwners,
    products: whenAsked(() => dynamoProducts(base.dynamo)),
    audit: whenAsked(() => dynamoAudit(base.dynamo)),
    everybody: whenAsked(() => dynamoEverybody(base.dynamo)),
    rounds: whenAsked(() => dynamoRounds(base.dynamo)),
    intake: intakeOf(base, queues),
  };
  return { ...base, inbox, copiesOf, orderOwners, engine: engineFor(base, world) };
}
