/** The ports of the customer's own pages. */
import { sqsClient } from '../../shared/aws/clients.ts';
import { dynamoControl } from '../../shared/aws/dynamo-control.ts';
import { dynamoSignUps } from '../../shared/aws/dynamo-sign-ups.ts';
import type { Host } from '../host.ts';
import { engineFor, ground, takingIn, timersAndLanes } from './ground.ts';

export function pagesWiring(host: Host) {
  const base = ground(host);
  return {
    ...base,
    engine: engineFor(base, {
      ...takingIn(base),
      ...timersAndLanes(base, sqsClient()),
      signUps: dynamoSignUps(base.dynamo),
      control: dynamoControl(base.dynamo),
    }),
  };
}
