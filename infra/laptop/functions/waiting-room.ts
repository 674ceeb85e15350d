/** Messages that wait for a function, by customer: one customer's are handled in the order of their moments. */
import type { Queue, QueueMessage } from '../queues/queue.ts';
import { mustFollow } from './message-about.ts';

export interface WaitingInvocation {
  readonly queue: Queue;
  readonly message: QueueMessage;
  /** When it could be handed over at the earliest. */
  readonly moment_ms: number;
  /** Told that something later of the customer waits for it. */
  readonly hurry: () => void;
}

export class WaitingRoom {
  readonly #byCustomer = new Map<string, WaitingInvocation[]>();

  /** Whoever is taken, deleted or purged leaves by itself. */
  enter(customer: string | undefined, waiting: WaitingInvocation): void {
    if (customer === undefined) return;
    // A message that comes back waits anew.
    const others = this.#present(customer).filter(({ message }) => message !== waiting.message);
    this.#byCustomer.set(customer, [...others, waiting]);
  }

  /** True when something of this customer from before the moment still waits that the message must follow. */
  holdsEarlier(customer: string, moment_ms: number, than: QueueMessage): boolean {
    const present = this.#present(customer);
    if (present.length === 0) this.#byCustomer.delete(customer);
    else this.#byCustomer.set(customer, present);
    const earlier = present.filter((one) => one.moment_ms < moment_ms && mustFollow(than, one.message));
    for (const one of earlier) one.hurry();
    return earlier.length > 0;
  }

  #present(customer: string): WaitingInvocation[] {
    const all = this.#byCustomer.get(customer) ?? [];
    return all.filter(({ queue, message }) => queue.visible.has(message));
  }
}
