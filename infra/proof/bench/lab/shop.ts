/** A storefront's customers in the lab: puts their events through ingest and plays their timers through the sender. */
import { Temporal } from 'temporal-polyfill';
import type { StoredMail } from '../../../laptop/mail/mailbox.ts';
import type { FunctionName } from '../../../stack/names.ts';
import type { Invoked, Lab } from './lab.ts';
import type { BenchRequest, NotebookPage } from './notebook.ts';
import { batchOf, busBody, feedbackBodies, postTo, queueArn } from './records.ts';

/** The batch that the event sources of ingest and sender hand over. */
const batch = 10;

/** Thrown when the product did something else than the bench set out to count. */
export class NotWhatWasCounted extends Error {
  override readonly name = 'NotWhatWasCounted';
  readonly code = 'NOT_WHAT_WAS_COUNTED';
}

/** What several invocations came to together. */
export interface Pages extends NotebookPage {
  readonly invocations: number;
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
    return this.feed('ingest', queueArn(this.lab.names.queue('intake')), customers.map(event), batch);
  }

  /** Plays messages at the moment the last of them is due, or at `at`. */
  async play(messages: readonly BenchRequest[], at?: Temporal.Instant): Promise<Pages> {
    const last = messages.reduce(
      (a, b) => (Temporal.Instant.compare(a, b.due) > 0 ? a : b.due),
      this.lab.now,
    );
    this.lab.now = at ?? last;
    const bodies = messages.map(({ body }) => body);
    return this.feed('sender', messages[0]?.queue ?? '', bodies, batch);
  }

  notify(mails: readonly StoredMail[], detailTypes: readonly string[]): Promise<Pages> {
    const bodies = mails
      .flatMap((mail) => feedbackBodies(mail, this.lab.now))
      .filter((body) => detailTypes.includes(JSON.parse(body)['detail-type']));
    return this.feed('feedback', queueArn(this.lab.names.queue('feedback')), bodies, 100);
  }

  async unsubscribe(mails: readonly StoredMail[]): Promise<Pages> {
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

  private async feed(
    name: FunctionName,
    queue: string,
    bodies: readonly string[],
    size: number,
  ): Promise<Pages> {
    const pages: Invoked[] = [];
    for (let from = 0; from < bodies.length; from += size) {
      const slice = bodies.slice(from, from + size);
      const page = await this.lab.invoke(name, batchOf(queue, slice, this.lab.now));
      const { batchItemFailures } = page.answer as { batchItemFailures: unknown[] };
      const aside = page.outgoing.filter((outgoing) => outgoing.queue.endsWith('-dead')).length;
      if (batchItemFailures.length + aside > 0) {
        throw new NotWhatWasCounted(`${name} could not handle ${batchItemFailures.length + aside} messages.`);
      }
      pages.push(page);
    }
    return together(pages);
  }
}

export function together(pages: readonly NotebookPage[]): Pages {
  const requests: Record<string, number> = {};
  for (const page of pages) {
    for (const [name, count] of Object.entries(page.requests)) requests[name] = (requests[name] ?? 0) + count;
  }
  const sum = (of: (page: NotebookPage) => number) => pages.reduce((all, page) => all + of(page), 0);
  return {
    invocations: pages.length,
    requests,
    readUnits: sum((page) => page.readUnits),
    writeUnits: sum((page) => page.writeUnits),
    log: { lines: sum((page) => page.log.lines), bytes: sum((page) => page.log.bytes) },
    outgoing: pages.flatMap((page) => page.outgoing),
    mails: pages.flatMap((page) => page.mails),
    records_bytes: pages.flatMap((page) => page.records_bytes),
  };
}
