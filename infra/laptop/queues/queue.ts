/** One standard queue in memory: delays, visibility, receive counts and redrive, in the cloud's time. */
import { randomUUID } from 'node:crypto';
import { arn } from '../arns.ts';
import type { Agenda, Due } from '../time/agenda.ts';
import { type MessageAttributes, md5Of } from './message-md5.ts';

export interface QueueMessage {
  readonly id: string;
  readonly body: string;
  readonly md5: string;
  readonly attributes: MessageAttributes;
  readonly sent_ms: number;
  /** The ARN of the queue it was moved from, on a dead letter. */
  readonly deadLetterOf?: string | undefined;
  /** Since when, or from when on, it may be taken. */
  available_ms: number;
  receives: number;
  firstReceived_ms: number;
  due?: Due | undefined;
  /** True while a poller of the cloud has it: its deadline counts only once the poller lets go. */
  held: boolean;
}

export interface QueueLimits {
  visibility_s: number;
  delay_s: number;
  /** After so many receives the next one moves a message to `deadLetters`. */
  maxReceives?: number | undefined;
  deadLetters?: Queue | undefined;
}

export interface NewMessage {
  readonly body: string;
  readonly attributes?: MessageAttributes | undefined;
  readonly delay_s?: number | undefined;
}

export class Queue {
  readonly name: string;
  readonly arn: string;
  readonly limits: QueueLimits;
  /** In the order they became visible. */
  readonly visible = new Set<QueueMessage>();
  readonly delayed = new Set<QueueMessage>();
  readonly taken = new Map<string, QueueMessage>();
  readonly #agenda: Agenda;
  readonly #listeners = new Set<(message: QueueMessage) => void>();

  constructor(name: string, limits: QueueLimits, agenda: Agenda) {
    this.name = name;
    this.arn = arn('sqs', name);
    this.limits = limits;
    this.#agenda = agenda;
  }

  /** Since when the oldest visible message waits; undefined: none does. */
  oldest_ms(): number | undefined {
    let oldest_ms: number | undefined;
    for (const { available_ms } of this.visible)
      oldest_ms = Math.min(oldest_ms ?? available_ms, available_ms);
    return oldest_ms;
  }

  /** Told of each message that becomes visible. Returns how to stop. */
  onVisible(listener: (message: QueueMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  send(message: NewMessage, now_ms: number): QueueMessage {
    const delay_ms = (message.delay_s ?? this.limits.delay_s) * 1000;
    const sent = this.#newMessage(message.body, message.attributes ?? {}, now_ms, now_ms + delay_ms);
    if (delay_ms === 0) this.#show(sent);
    else this.#hide(sent, this.delayed);
    return sent;
  }

  /** Counts a receive and hands the message out, or moves it to the dead letters and says undefined. */
  take(message: QueueMessage, now_ms: number, visibility_s: number, held: boolean): string | undefined {
    this.visible.delete(message);
    const { maxReceives, deadLetters } = this.limits;
    if (deadLetters && maxReceives !== undefined && message.receives >= maxReceives) {
      deadLetters.#accept(message, this.arn, now_ms);
      return undefined;
    }
    message.receives += 1;
    if (message.receives === 1) message.firstReceived_ms = now_ms;
    message.available_ms = now_ms + visibility_s * 1000;
    message.held = held;
    this.taken.set(message.id, message);
    if (!held) this.#arm(message);
    return this.handleOf(message);
  }

  /** A receipt handle is good for one receive. */
  handleOf(message: QueueMessage): string {
    return Buffer.from(`${message.id}/${message.receives}/${this.name}`).toString('base64url');
  }

  /** The message a handle stands for, if it still is out; `malformed` for what never was a handle of this queue. */
  byHandle(handle: string): QueueMessage | 'malformed' | undefined {
    const [id = '', receives, name] = Buffer.from(handle, 'base64url').toString('utf8').split('/');
    if (name !== this.name) return 'malformed';
    const message = this.taken.get(id);
    return message && String(message.receives) === receives ? message : undefined;
  }

  remove(message: QueueMessage): void {
    this.#agenda.cancel(message.due);
    this.taken.delete(message.id);
  }

  /** A poller is done with a message it did not finish: it comes back at its deadline. */
  letGo(message: QueueMessage, now_ms: number): void {
    if (this.taken.get(message.id) !== message) return;
    message.held = false;
    if (message.available_ms <= now_ms) this.#return(message);
    else this.#arm(message);
  }

  changeVisibility(message: QueueMessage, visibility_s: number, now_ms: number): void {
    message.available_ms = now_ms + visibility_s * 1000;
    if (message.held) return;
    if (visibility_s === 0) this.#return(message);
    else this.#arm(message);
  }

  purge(): void {
    for (const message of [...this.delayed, ...this.taken.values()]) this.#agenda.cancel(message.due);
    this.visible.clear();
    this.delayed.clear();
    this.taken.clear();
  }

  #newMessage(body: string, attributes: MessageAttributes, sent_ms: number, available_ms: number) {
    const counts = { receives: 0, firstReceived_ms: 0, held: false };
    return { id: randomUUID(), body, md5: md5Of(body), attributes, sent_ms, available_ms, ...counts };
  }

  #accept(message: QueueMessage, from: string, now_ms: number): void {
    const counts = { receives: 0, firstReceived_ms: 0, held: false, due: undefined };
    this.#show({ ...message, ...counts, available_ms: now_ms, deadLetterOf: from });
  }

  #show(message: QueueMessage): void {
    this.visible.add(message);
    for (const listener of this.#listeners) listener(message);
  }

  #hide(message: QueueMessage, among: Set<QueueMessage>): void {
    among.add(message);
    message.due = this.#agenda.add(message.available_ms, () => {
      among.delete(message);
      this.#show(message);
    });
  }

  #arm(message: QueueMessage): void {
    this.#agenda.cancel(message.due);
    message.due = this.#agenda.add(message.available_ms, () => this.#return(message));
  }

  #return(message: QueueMessage): void {
    this.remove(message);
    this.#show(message);
  }
}
