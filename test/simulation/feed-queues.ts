/** Each queue feeds its function as the stack has it; batches are cut to ten, so that they come more often. */
import { eventSources } from '../../infra/stack/event-sources.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { Dealer } from './faults.ts';
import type { Functions } from './functions.ts';
import type { Kernel } from './kernel.ts';
import type { Random } from './random.ts';
import { SimQueue } from './sim-queue.ts';

export type QueueName = 'intake' | 'transactional' | 'marketing' | 'feedback';

export function feedQueues(
  queues: Record<QueueName, SimQueue>,
  functions: Functions,
  settings: Settings,
  { kernel, dealer, random }: { kernel: Kernel; dealer: Dealer; random: Random },
): void {
  const bodies: Readonly<Record<string, Functions['ingest']>> = {
    ingest: (queue, records) => functions.ingest(queue, records),
    sender: (queue, records) => functions.send(queue, records),
    feedback: (queue, records) => functions.feedback(queue, records),
  };
  for (const source of eventSources(settings)) {
    const name = source.queue;
    const body = bodies[source.function] as Functions['ingest'];
    queues[name] = new SimQueue(
      {
        ...source,
        name,
        batchSize: Math.min(10, source.batchSize),
        concurrency: source.concurrency ?? 4,
        invoke: (records) => body(queues[name], records),
      },
      kernel,
      dealer,
      random,
    );
  }
}
