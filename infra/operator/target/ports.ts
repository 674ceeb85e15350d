/** The product's own adapters on the table of a deployment, for the commands that read what the engine wrote. */
import { dynamoAddresses } from '../../../shared/aws/dynamo-addresses.ts';
import { dynamoControl } from '../../../shared/aws/dynamo-control.ts';
import { dynamoCustomers } from '../../../shared/aws/dynamo-customers.ts';
import { dynamoSweep } from '../../../shared/aws/dynamo-sweep.ts';
import { dynamoTouchpoints } from '../../../shared/aws/dynamo-touchpoints.ts';
import { secretsKeys } from '../../../shared/aws/secrets-keys.ts';
import { systemClock } from '../../../shared/aws/system-clock.ts';
import type { Target } from './target.ts';

/** The adapters only ask their clock how old what they keep is, and a command lives for seconds. */
export function portsOf({ clients, names, settings }: Target) {
  const table = {
    client: clients.dynamo,
    table: names.table,
    store: settings.store,
    clock: systemClock,
  };
  return {
    table,
    addresses: dynamoAddresses(table),
    control: dynamoControl(table),
    customers: dynamoCustomers(table),
    sweep: dynamoSweep({ ...table, index: names.sweepIndex }),
    touchpoints: dynamoTouchpoints({ ...table, touchpointDays: settings.touchpointDays }),
    keys: secretsKeys({ client: clients.secrets, secretId: names.secret, clock: systemClock }),
  };
}
