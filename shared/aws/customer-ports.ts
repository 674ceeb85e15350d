/** One customer's record and all that lies beside it, on a deployment's table: what functions and commands open alike. */
import type { Clock } from '../ports/clock.ts';
import { dynamoAddresses } from './dynamo-addresses.ts';
import { dynamoAskers } from './dynamo-askers.ts';
import { dynamoBeside } from './dynamo-beside.ts';
import { dynamoContexts } from './dynamo-contexts.ts';
import { dynamoCustomers } from './dynamo-customers.ts';
import { dynamoEvidence } from './dynamo-evidence.ts';
import { dynamoGone } from './dynamo-gone.ts';
import { dynamoOrderFacts } from './dynamo-order-facts.ts';
import type { DynamoTables } from './dynamo-table.ts';
import { dynamoTouchpoints } from './dynamo-touchpoints.ts';
import { whenAsked } from './when-asked.ts';

export interface TimedTable extends DynamoTables {
  /** Asked how old what is kept is. */
  readonly clock: Clock;
}

/** @param touchpointDays days after its last write that a touchpoint is deleted */
export const customerPorts = (table: TimedTable, touchpointDays: number) => ({
  customers: dynamoCustomers(table),
  contexts: dynamoContexts(table),
  orderFacts: dynamoOrderFacts(table),
  askers: whenAsked(() => dynamoAskers(table)),
  addresses: dynamoAddresses(table),
  evidence: dynamoEvidence(table),
  beside: dynamoBeside(table),
  gone: dynamoGone(table),
  touchpoints: whenAsked(() => dynamoTouchpoints({ ...table, touchpointDays })),
});
