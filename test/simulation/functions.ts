/** The product's functions, run by one invocation each: the bodies are the real ones, only their ports are not. */
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { readBusMessage } from '../../functions/boundary/bus-event.ts';
import { readLaneMessage } from '../../functions/boundary/lane-message.ts';
import { type BatchInbox, eachRecord } from '../../functions/queue/sqs-batch.ts';
import { takeFeedbackBatch } from '../../functions/queue/take-feedback.ts';
import { takeIntake } from '../../functions/queue/take-intake.ts';
import { timeout_s } from '../../infra/stack/event-sources.ts';
import type { IntakeMessage } from '../../shared/core/events/intake-message.ts';
import type { ScenarioBook } from '../../shared/core/language/scenario-book.ts';
import { handlePublicRequest } from '../../shared/service/pages/public-pages.ts';
import { engineOf } from '../../shared/service/saving/engine.ts';
import { handleLaneMessage } from '../../shared/service/sending/handle-lane-message.ts';
import { touchpointsOfKnown } from '../../shared/service/sending/touchpoints-of-known.ts';
import { reconcile } from '../../shared/service/sweep/reconcile.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { Ground } from './ground.ts';
import { type FunctionKind, Invocation, most_skew_ms, never } from './invocation.ts';
import type { SimQueue } from './sim-queue.ts';
import { worldOf } from './sim-world.ts';

export interface Code {
  readonly book: ScenarioBook;
  readonly newerBook: ScenarioBook;
  readonly settings: Settings;
  /** Whether the newer code runs this function at the moment. */
  readonly isNew: (kind: FunctionKind) => boolean;
}

const linkBaseUrl = 'https://links.example.com';
/** As many messages in a lane as make the sweep wait. */
const laneBehindFrom = 1000;

export class Functions {
  readonly #ground: Ground;
  readonly #code: Code;
  #made = 0;

  constructor(ground: Ground, code: Code) {
    this.#ground = ground;
    this.#code = code;
  }

  #begin(kind: FunctionKind) {
    const { kernel, dealer } = this.#ground;
    const isNew = this.#code.isNew(kind);
    const skewed = dealer.strikes('clock-skew');
    const skew_ms = skewed ? dealer.source('clock-skew').int(-most_skew_ms, most_skew_ms) : 0;
    const name = kind === 'links' ? 'pages' : kind;
    const id = `${kind}#${++this.#made}${isNew ? '+' : ''}`;
    const invocation = new Invocation(kernel, { id, kind, isNew, skew_ms, timeout_s: timeout_s[name] });
    const world = worldOf(this.#ground, invocation);
    const engine = engineOf(world, isNew ? this.#code.newerBook : this.#code.book, this.#code.settings);
    return { invocation, world, engine };
  }

  async ingest(queue: SimQueue, records: readonly SQSRecord[]): Promise<SQSBatchResponse | undefined> {
    const { kernel, oracle, truth } = { ...this.#ground, truth: this.#ground.oracle.truth };
    const { invocation, world, engine } = this.#begin('ingest');
    const events = records.flatMap(({ body, messageId }) => {
      const { event, storeWide, own } = readBusMessage(body, world.clock.now());
      const id = storeWide?.detail.eventId ?? commandOf(own, body);
      return event || id ? [{ event, id, messageId }] : [];
    });
    for (const { event } of events) {
      if (!event) continue;
      const customer = event.detail.customer.id;
      invocation.events.set(customer, [...(invocation.events.get(customer) ?? []), event]);
    }
    const ports = { ...world, inbox: inboxOf(queue, invocation), copiesOf: () => 0 };
    const answer = await invocation.run(() => takeIntake(ports, engine, records));
    const failed = new Set(answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    for (const { event, id, messageId } of answer ? events : []) {
      const isPutAway = invocation.putAway.has(messageId);
      if (failed.has(messageId) || isPutAway) continue;
      if (event) truth.learn(event, kernel.now_ms);
      else if (id) truth.heard(id);
    }
    oracle.ended(invocation);
    return answer;
  }

  async send(queue: SimQueue, records: readonly SQSRecord[]): Promise<SQSBatchResponse | undefined> {
    const { invocation, world, engine } = this.#begin('sender');
    const remaining_ms = () => invocation.deadline_ms - this.#ground.kernel.now_ms;
    const sending = { ...engine, linkBaseUrl, remaining_ms };
    const ports = { ...world, inbox: inboxOf(queue, invocation) };
    const answer = await invocation.run(() =>
      eachRecord(ports, records, async (record) => {
        await handleLaneMessage(sending, readLaneMessage(record.body)).finally(() => {
          invocation.openClaim = undefined;
        });
      }),
    );
    this.#ground.oracle.ended(invocation);
    return answer;
  }

  async feedback(queue: SimQueue, records: readonly SQSRecord[]): Promise<SQSBatchResponse | undefined> {
    const { kernel, oracle } = this.#ground;
    const { invocation, world, engine } = this.#begin('feedback');
    const ports = { ...world, inbox: inboxOf(queue, invocation) };
    // As its wiring has it: late news of whoever was erased is written nowhere.
    const known = {
      ...engine,
      world: { ...world, touchpoints: touchpointsOfKnown(world.touchpoints, world) },
    };
    const answer = await invocation.run(() => takeFeedbackBatch(ports, known, records));
    const failed = new Set(answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    for (const { body, messageId } of answer ? records : []) {
      if (failed.has(messageId) || invocation.putAway.has(messageId)) continue;
      const { to, hard } = JSON.parse(body).simulated ?? {};
      if (hard) oracle.truth.suppress(to, 'all', kernel.steps);
    }
    oracle.ended(invocation);
    return answer;
  }

  async sweep(): Promise<void> {
    const { invocation, engine } = this.#begin('reconcile');
    const { lanes, oracle } = this.#ground;
    const isBehind = (await lanes.backlog('transactional')) >= laneBehindFrom;
    const swept = await invocation.run(() => reconcile(engine));
    oracle.check(
      'a full marketing lane keeps no order mail asleep',
      swept?.onlyCounted === true && !isBehind && `${swept.overdue} were only counted`,
    );
  }

  /** Her mail program posts to the link of a mail. True once it was answered with 200. */
  async unsubscribe(link: string): Promise<boolean> {
    const { invocation, engine } = this.#begin('links');
    const request = {
      method: 'POST',
      path: new URL(link).pathname,
      headers: {},
      body: 'List-Unsubscribe=One-Click',
    };
    const answer = await invocation.run(() => handlePublicRequest(engine, request));
    return answer?.statusCode === 200;
  }
}

/** The event's id of a command that somebody gave. */
function commandOf(own: IntakeMessage | undefined, body: string): string | undefined {
  if (own?.kind === 'enrol') return own.key;
  return own?.kind === 'erase' ? JSON.parse(body).detail?.eventId : undefined;
}

function inboxOf(queue: SimQueue, invocation: Invocation): BatchInbox {
  return {
    async bury(record, reason) {
      if (invocation.dead) return never;
      invocation.putAway.add(record.messageId);
      queue.bury(record.body, reason);
    },
    async delay(record, delay_s) {
      if (invocation.dead) return never;
      invocation.putAway.add(record.messageId);
      queue.put(record.body, delay_s * 1000);
    },
  };
}
