/** All queues of the embedded cloud by name, and the ones it begins with: the product's, each with its dead letters. */

import type { Settings } from '../../../shared/settings/settings.ts';
import { eventSources } from '../../stack/event-sources.ts';
import type { StackNames } from '../../stack/names.ts';
import { accountId } from '../arns.ts';
import type { Agenda } from '../time/agenda.ts';
import { Queue, type QueueLimits } from './queue.ts';

export class LocalQueues {
  readonly #byName = new Map<string, Queue>();
  readonly #agenda: Agenda;

  constructor(agenda: Agenda) {
    this.#agenda = agenda;
  }

  create(name: string, limits: QueueLimits): Queue {
    const queue = new Queue(name, limits, this.#agenda);
    this.#byName.set(name, queue);
    return queue;
  }

  get(name: string): Queue | undefined {
    return this.#byName.get(name);
  }

  byArn(queueArn: string): Queue | undefined {
    const queue = this.#byName.get(queueArn.split(':').at(-1) ?? '');
    return queue?.arn === queueArn ? queue : undefined;
  }

  delete(name: string): void {
    this.#byName.get(name)?.purge();
    this.#byName.delete(name);
  }

  all(): Queue[] {
    return [...this.#byName.values()];
  }
}

/** `http://…/000000000000/name`, as SQS builds it. */
export const localQueueUrl = (base: string, name: string) => `${base}/${accountId}/${name}`;

/** SQS's own default, for queues that no function reads. */
export const plainQueue: Readonly<QueueLimits> = { visibility_s: 30, delay_s: 0 };

/**
 * The queues of the stack.
 *
 * @param arrived is told when a message became visible in a queue that a function reads
 */
export function productQueues(
  agenda: Agenda,
  settings: Settings,
  names: StackNames,
  arrived: () => void,
): LocalQueues {
  const queues = new LocalQueues(agenda);
  for (const source of eventSources(settings)) {
    const deadLetters = queues.create(names.deadLetters(source.queue), { ...plainQueue });
    const queue = queues.create(names.queue(source.queue), {
      visibility_s: source.visibility_s,
      delay_s: 0,
      maxReceives: source.maxReceives,
      deadLetters,
    });
    queue.onVisible(arrived);
  }
  queues.create(names.ruleDeadLetters, { ...plainQueue });
  queues.create(names.timerDeadLetters, { ...plainQueue });
  queues.create(names.unknownEvents, { ...plainQueue });
  return queues;
}

/** True for a queue that holds what could not be handled. */
export const holdsDeadLetters = (queue: Queue) => queue.name.endsWith('-dead');
