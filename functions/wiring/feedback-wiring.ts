/** The ports of what comes back from the mail service. It decides about no customer, and opens no book of scenarios. */
import { sqsClient } from '../../shared/aws/clients.ts';
import { dynamoAddresses } from '../../shared/aws/dynamo-addresses.ts';
import { dynamoGone } from '../../shared/aws/dynamo-gone.ts';
import { dynamoReputation } from '../../shared/aws/dynamo-reputation.ts';
import { touchpointsOfKnown } from '../../shared/service/sending/touchpoints-of-known.ts';
import type { Host } from '../host.ts';
import { ground, inboxOf, intakeOf, keysOf, touchpointsOf } from './ground.ts';

export function feedbackWiring(host: Host) {
  const base = ground(host);
  const client = sqsClient();
  const keys = keysOf(base);
  const world = {
    ...base,
    keys,
    addresses: dynamoAddresses(base.dynamo),
    reputation: dynamoReputation(base.dynamo),
    intake: intakeOf(base, client),
    // A batch of reports waits half a minute. What is missed all the same is written on a condition, or known by its id.
    touchpoints: touchpointsOfKnown(touchpointsOf(base, 'lately'), { gone: dynamoGone(base.dynamo), keys }),
  };
  return { ...base, inbox: inboxOf(base, client), engine: { world, settings: base.settings } };
}
