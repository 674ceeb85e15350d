/** Plays a population through the deployed handlers in virtual time, until nothing waits any more. */
import { Temporal } from 'temporal-polyfill';
import { scenarios, segments } from '../../../../shared/library.ts';
import { arn } from '../../../laptop/arns.ts';
import { Agenda } from '../../../laptop/time/agenda.ts';
import { wantedPattern } from '../../../stack/bus/event-pattern.ts';
import { type EventSource, eventSources } from '../../../stack/event-sources.ts';
import { feedbackTypes } from '../../../stack/mail/mail-events.ts';
import type { FunctionName } from '../../../stack/names.ts';
import type { PopulationEvent } from '../population/population.ts';
import { counted } from './causes.ts';
import type { Invoked, Lab } from './lab.ts';
import type { SentOn } from './notebook.ts';
import { type Reaction, reactionsTo } from './reactions.ts';
import { busBody, postTo } from './records.ts';
import { type Batch, type QueuedMessage, recordsOf, Waiting } from './waiting.ts';

/** What is told of each invocation, in the order of time. */
export interface Played {
  readonly name: FunctionName;
  readonly messages: readonly QueuedMessage[];
  readonly found: Invoked;
}

export interface PopulationPlayOptions {
  readonly events: readonly PopulationEvent[];
  /** How often the sweep is played: it finds nothing, and what it costs by itself is counted as idle. */
  readonly sweepEvery_days: number;
  /** Work that is still waiting after so many days is left unplayed. */
  readonly atMost_days: number;
  note(played: Played): void;
}

/** Thrown where the play ended and something still waited, was lost, or was given up: its figures would be too low. */
export class WorkLeftUnplayed extends Error {
  override readonly name = 'WorkLeftUnplayed';
  readonly code = 'WORK_LEFT_UNPLAYED';
}

const day_ms = 86_400_000;

export class PopulationPlay {
  readonly #lab: Lab;
  readonly #options: PopulationPlayOptions;
  readonly #agenda = new Agenda(() => {});
  readonly #queues: ReadonlyMap<string, Waiting>;
  readonly #batches: Batch[] = [];
  readonly #pages: string[] = [];
  readonly #timers = new Map<string, ReturnType<Agenda['add']>>();
  readonly #mails = new Map<string, number>();
  /** Timers that fired since the cloud was last asked: their names are free again. */
  #fired: string[] = [];

  constructor(lab: Lab, options: PopulationPlayOptions) {
    this.#lab = lab;
    this.#options = options;
    const queueOf = (source: EventSource) => {
      // Each message of a lane by itself: a worker has one between claim and settle, and each is a cause of its own.
      const batchSize = source.function === 'sender' ? 1 : source.batchSize;
      return new Waiting({ ...source, batchSize }, this.#agenda, this.#batches);
    };
    const sources = eventSources(lab.settings);
    this.#queues = new Map(
      sources.map((source) => [arn('sqs', lab.names.queue(source.queue)), queueOf(source)]),
    );
  }

  /** Throws {@link WorkLeftUnplayed}. */
  async run(): Promise<void> {
    const { events, sweepEvery_days, atMost_days } = this.#options;
    const wanted = new Set(wantedPattern(this.#lab.settings, { scenarios, segments })['detail-type']);
    for (const { at_ms, name, detail } of events) {
      if (!wanted.has(name)) continue;
      this.#agenda.add(at_ms, () => this.#arrives('intake', this.#fromBus(name, detail, at_ms), at_ms));
    }
    const begin_ms = events[0]?.at_ms ?? 0;
    let sweep_ms = begin_ms;
    for (let next = this.#agenda.next_ms(); next !== undefined; next = this.#agenda.next_ms()) {
      if (next > begin_ms + atMost_days * day_ms)
        this.#left(`something is due on ${new Date(next).toISOString()}`);
      if (sweep_ms <= next) {
        await this.#sweep(sweep_ms);
        sweep_ms += sweepEvery_days * day_ms;
        continue;
      }
      this.#lab.now = later(this.#lab.now, next);
      this.#agenda.fireUntil(next);
      await this.#playWaiting();
    }
    await this.#lastSweep(Math.max(sweep_ms, this.#lab.now.epochMilliseconds) + 7_200_000);
  }

  /** Two hours on, whoever's timer was lost is overdue, and found by the sweep or by the pages of its round. */
  async #lastSweep(at_ms: number): Promise<void> {
    await this.#sweep(at_ms);
    for (let next = this.#agenda.next_ms(); next !== undefined; next = this.#agenda.next_ms()) {
      this.#lab.now = later(this.#lab.now, next);
      this.#agenda.fireUntil(next);
      await this.#playWaiting();
    }
  }

  #left(what: string): never {
    throw new WorkLeftUnplayed(`The bench's play ended too early: ${what}.`);
  }

  #fromBus(name: string, detail: object, at_ms: number): string {
    return busBody(
      this.#lab.settings.eventSource,
      name,
      detail,
      Temporal.Instant.fromEpochMilliseconds(at_ms),
    );
  }

  #arrives(role: Parameters<Lab['names']['queue']>[0], body: string, at_ms: number): void {
    const queue = arn('sqs', this.#lab.names.queue(role));
    this.#put(
      queue,
      { body, attributes: {}, request: 1, byTimer: false, sent_ms: at_ms, receives: 1 },
      at_ms,
    );
  }

  #put(queue: string, message: QueuedMessage, at_ms: number): void {
    const waiting = this.#queues.get(queue);
    if (!waiting) this.#left(`a message went to ${queue}, where nobody takes it`);
    waiting.take(message, at_ms);
  }

  /** Whatever can be taken now, and what it brings that can be taken now too. */
  async #playWaiting(): Promise<void> {
    for (;;) {
      const batch = this.#batches.shift();
      const link = batch ? undefined : this.#pages.shift();
      if (batch) await this.#playBatch(batch);
      else if (link) this.#tell('pages', [], await this.#invoke('pages', postTo(link)));
      else return;
    }
  }

  async #playBatch(batch: Batch): Promise<void> {
    const { source, messages } = batch;
    const now_ms = this.#lab.now.epochMilliseconds;
    const queue = arn('sqs', this.#lab.names.queue(source.queue));
    const found = await this.#invoke(source.function, { Records: recordsOf(batch, queue, now_ms) });
    const { batchItemFailures } = found.answer as { batchItemFailures: unknown[] };
    if (batchItemFailures.length > 0) this.#left(`${source.function} failed: ${found.log.join('\n')}`);
    this.#tell(source.function, messages, found);
  }

  async #sweep(at_ms: number): Promise<void> {
    this.#lab.now = later(this.#lab.now, at_ms);
    this.#tell('reconcile', [], await this.#invoke('reconcile', {}));
    await this.#playWaiting();
  }

  #invoke(name: FunctionName, event: unknown): Promise<Invoked> {
    const fired = this.#fired;
    this.#fired = [];
    return this.#lab.invoke(name, event, fired);
  }

  #tell(name: FunctionName, messages: readonly QueuedMessage[], found: Invoked): void {
    if (counted(found, 'Overdue')) this.#left('customers wait for a timer that never came');
    const now_ms = this.#lab.now.epochMilliseconds;
    for (const timer of found.disarmed) this.#agenda.cancel(this.#timers.get(timer));
    for (const outgoing of found.outgoing) this.#send(outgoing, now_ms);
    for (const mail of found.mails) {
      const kind = `${mail.to[0]} ${mail.tags.template}`;
      const nth = this.#mails.get(kind) ?? 0;
      this.#mails.set(kind, nth + 1);
      for (const reaction of reactionsTo({ ...mail, at_ms: now_ms }, nth)) this.#react(reaction);
    }
    this.#options.note({ name, messages, found });
  }

  #send(outgoing: SentOn, now_ms: number): void {
    const { queue, body, attributes, request, by } = outgoing;
    const due_ms = by === 'timer' ? outgoing.due_ms : now_ms + outgoing.delay_s * 1000;
    const message = { body, attributes, request, byTimer: by === 'timer', receives: 1 };
    const due = this.#agenda.add(Math.max(due_ms, now_ms), () => {
      if (by === 'timer') this.#fired.push(outgoing.timer);
      this.#put(queue, { ...message, sent_ms: due_ms }, Math.max(due_ms, now_ms));
    });
    if (by === 'timer') this.#timers.set(outgoing.timer, due);
  }

  #react({ at_ms, ses, unsubscribe }: Reaction): void {
    if (unsubscribe) this.#agenda.add(at_ms, () => this.#pages.push(unsubscribe));
    if (ses && feedbackTypes(this.#lab.settings).includes(ses.detailType))
      this.#agenda.add(at_ms, () => {
        const body = busBody(ses.source, ses.detailType, ses.detail as object, this.#lab.now);
        this.#arrives('feedback', body, at_ms);
      });
  }
}

const later = (now: Temporal.Instant, at_ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(Math.max(now.epochMilliseconds, at_ms));
