/** The ports that taking in events asks for, beyond those that arm timers. */
import { bridgeBus } from '../../../shared/aws/bridge-bus.ts';
import { dynamoBeside } from '../../../shared/aws/dynamo-beside.ts';
import { dynamoEvidence } from '../../../shared/aws/dynamo-evidence.ts';
import { dynamoGone } from '../../../shared/aws/dynamo-gone.ts';
import type { Metrics } from '../../../shared/ports/telemetry.ts';
import type { IngestPorts } from '../../../shared/service/intake/ingest-ports.ts';
import type { Engine } from '../../../shared/service/saving/engine.ts';
import type { armingEngine } from '../recovery/arming.ts';
import { portsOf } from '../target/ports.ts';
import type { Target } from '../target/target.ts';

const silent = { info() {}, warn() {}, error() {} };

export function importEngine(
  target: Target,
  arming: Awaited<ReturnType<typeof armingEngine>>['engine'],
  metrics: Metrics,
): Engine<IngestPorts> {
  const world = {
    ...arming.world,
    bus: bridgeBus({ client: target.clients.events, busName: target.names.bus }),
    evidence: dynamoEvidence(portsOf(target).table),
    beside: dynamoBeside(portsOf(target).table),
    gone: dynamoGone(portsOf(target).table),
    log: silent,
    metrics,
  };
  return { ...arming, world } as Engine<IngestPorts>;
}
