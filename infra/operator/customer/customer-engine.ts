/** The ports that seeing and erasing ask for, beyond those that arm timers. */
import { dynamoAudit } from '../../../shared/aws/dynamo-audit.ts';
import { dynamoBeside } from '../../../shared/aws/dynamo-beside.ts';
import { dynamoEvidence } from '../../../shared/aws/dynamo-evidence.ts';
import { dynamoGone } from '../../../shared/aws/dynamo-gone.ts';
import { dynamoOrderOwners } from '../../../shared/aws/dynamo-order-owners.ts';
import { armingEngine } from '../recovery/arming.ts';
import type { Target } from '../target/target.ts';

const silent = { info() {}, warn() {}, error() {} };

/** @throws `OperatorRefusal` where there is no such deployment */
export async function customerEngine(target: Target) {
  const { engine } = await armingEngine(target);
  const { table } = engine.world;
  const world = {
    ...engine.world,
    audit: dynamoAudit(table),
    beside: dynamoBeside(table),
    evidence: dynamoEvidence(table),
    gone: dynamoGone(table),
    orderOwners: dynamoOrderOwners({ ...table, keptDays: target.settings.touchpointDays }),
    log: silent,
    metrics: { count() {} },
  };
  return { ...engine, world };
}

export type CustomerEngine = Awaited<ReturnType<typeof customerEngine>>;
