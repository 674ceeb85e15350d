/** A storefront's customers in the lab: puts their events through ingest and plays their timers through the sender. */
import type { SQSEvent } from 'aws-lambda';
import { Temporal } from 'temporal-polyfill';
import { arn } from '../../../../infra/laptop/arns.ts';
import { sesEvents } from '../../../../infra/laptop/mail/ses-events.ts';
import type { Invoked, Lab } from '../../../../infra/proof/bench/lab/lab.ts';
import type { CloudPage, SentOn } from '../../../../infra/proof/bench/lab/notebook.ts';
import { busBody, postTo } from '../../../../infra/proof/bench/lab/records.ts';
import { recordsOf } from '../../../../infra/proof/bench/lab/waiting.ts';
import { type EventSource, eventSources } from '../../../../infra/stack/event-sources.ts';
import type { QueueRole } from '../../../../infra/stack/names.ts';

type Mail = CloudPage['mails'][number];

/** The batch that the event sources of ingest and sender hand over. */
const batch = 10;

/** Thrown when the product did something else than the bench set out to count. */
export class NotWhatWasCounted extends Error {
  override readonly name = 'NotWhatWasCounted';
  readonly code = 'NOT_WHAT_WAS_COUNTED';
}

/** What several invocations came to together. */
export interface Pages extends Omit<CloudPage, 'writeUnits'> {
  readonly invocations: number;
  readonly writeUnits: number;
  readonly log: readonly string[];
}

export class Shop {
  readonly lab: Lab;

  constructor(lab: Lab) {
    this.lab = lab;
  }

  private wire(customer: string, more: object = {}) {
    return {
      id: customer,
      email: `${customer}@example.com`,
      name: 'Hana',
      locale: 'ja',
      timeZone: 'Asia/Tokyo',
      ...more,
    };
  }

  /** `order`: its suffix; an order's id is made of customer and suffix, so that a repeat is a repeat. */
  order(detailType: string, order: string) {
    return (customer: string): string => {
      const id = `${customer}-${order}`;
      const detail = {
        eventId: `${detailType}-${id}`,
        occurredAt: this.lab.now.toString(),
        customer: this.wire(customer, { acceptsMarketing: true }),
        order: {
          id,
          currency: 'JPY',
          total: 5400,
          items: [{ productId: 'p-1', name: 'Serum', quantity: 1, unitPrice: 5400 }],
        },
      };
      return busBody(this.lab.settings.eventSource, detailType, detail, this.lab.now);
    };
  }

  attributes(attributes: object) {
    return (customer: string): string => {
      const occurredAt = this.lab.now.toString();
      const detail = {
        eventId: `u-${customer}`,
        occurredAt,
        customer: this.wire(customer, { attributes }),
      };
      return busBody(this.lab.settings.eventSource, 'CustomerUpdated', detail, this.lab.now);
    };
  }

  put(customers: readonly string[], event: (customer: string) => string): Promise<Pages> {
    return this.feed('intake', customers.map(event), batch);
  }

  /** Plays messages at the moment the last of them is due, or at `at`. */
  async play(messages: readonly SentOn[], at?: Temporal.Instant): Promise<Pages> {
    const last_ms = Math.max(this.lab.now.epochMilliseconds, ...messages.map(dueOf_ms));
    this.lab.now = at ?? Temporal.Instant.fromEpochMilliseconds(last_ms);
    const bodies = messages.map(({ body }) => body);
    const role = messages[0]?.queue.endsWith('-transactional') ? 'transactional' : 'marketing';
    return this.feed(role, bodies, batch);
  }

  notify(mails: readonly Mail[], detailTypes: readonly string[]): Promise<Pages> {
    const at_ms = this.lab.now.epochMilliseconds;
    const bodies = mails
      .flatMap((mail) => sesEvents({ ...mail, at_ms }))
      .filter(({ detailType }) => detailTypes.includes(detailType))
      .map(({ detailType, detail }) => busBody('aws.ses', detailType, detail as object, this.lab.now));
    return this.feed('feedback', bodies, 100);
  }

  async unsubscribe(mails: readonly Mail[]): Promise<Pages> {
    const pages: Invoked[] = [];
    for (const mail of mails) {
      const [, link] = /<(.+)>/.exec(mail.headers['List-Unsubscribe'] ?? '') ?? [];
      if (!link) throw new NotWhatWasCounted('A letter came without an unsubscribe link.');
      const page = await this.lab.invoke('pages', postTo(link));
      const { statusCode } = page.answer as { statusCode: number };
      if (statusCode !== 200) throw new NotWhatWasCounted(`An unsubscribe was answered with ${statusCode}.`);
      pages.push(page);
    }
    return together(pages);
  }

  private async feed(role: QueueRole, bodies: readonly string[], size: number): Promise<Pages> {
    const pages: Invoked[] = [];
    const source = sourceOf(this.lab, role);
    for (let from = 0; from < bodies.length; from += size) {
      const slice = bodies.slice(from, from + size);
      const page = await this.lab.invoke(source.function, batchOf(this.lab, source, slice));
      const { batchItemFailures } = page.answer as { batchItemFailures: unknown[] };
      const aside = page.outgoing.filter((outgoing) => outgoing.queue.endsWith('-dead')).length;
      if (batchItemFailures.length + aside > 0) {
        throw new NotWhatWasCounted(`${role} could not take ${batchItemFailures.length + aside} messages.`);
      }
      pages.push(page);
    }
    return together(pages);
  }
}

/** What a function puts in itself can be taken at once. */
export const dueOf_ms = (message: SentOn) => (message.by === 'timer' ? message.due_ms : 0);

const sourceOf = ({ settings }: Lab, role: QueueRole) =>
  eventSources(settings).find(({ queue }) => queue === role) as EventSource;

function batchOf({ names, now }: Lab, source: EventSource, bodies: readonly string[]): SQSEvent {
  const { epochMilliseconds } = now;
  const messages = bodies.map((body) => {
    return { body, attributes: {}, request: 1, byTimer: false, sent_ms: epochMilliseconds, receives: 1 };
  });
  const queue = arn('sqs', names.queue(source.queue));
  return { Records: recordsOf({ source, messages }, queue, epochMilliseconds) };
}

export function together(pages: readonly Invoked[]): Pages {
  const requests: Record<string, number> = {};
  for (const page of pages) {
    for (const [name, count] of Object.entries(page.requests)) requests[name] = (requests[name] ?? 0) + count;
  }
  const sum = (of: (page: Invoked) => number) => pages.reduce((all, page) => all + of(page), 0);
  return {
    invocations: pages.length,
    requests,
    readUnits: sum((page) => page.readUnits),
    writeUnits: sum(({ writeUnits }) => Object.values(writeUnits).reduce((all, one) => all + one, 0)),
    waited_ms: sum((page) => page.waited_ms),
    published: sum((page) => page.published),
    ofBatch: { readUnits: 0, writeUnits: 0 },
    log: pages.flatMap((page) => page.log),
    outgoing: pages.flatMap((page) => page.outgoing),
    disarmed: [],
    mails: pages.flatMap((page) => page.mails),
    records_bytes: pages.flatMap((page) => page.records_bytes),
  };
}
