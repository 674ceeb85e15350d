/** SES as the product's own adapter and Amazon's client see it: real requests, answered here instead of over a wire. */
import { sesClient } from '../../shared/aws/clients.ts';
import { sesMailer } from '../../shared/aws/ses-mailer.ts';
import type { Mail, SendOutcome } from '../../shared/core/record/mail.ts';
import type { Log } from '../../shared/ports/telemetry.ts';
import type { Dealer } from './faults.ts';
import type { Kernel } from './kernel.ts';
import type { Random } from './random.ts';

/** A mail that SES took, whatever it answered. */
export interface TakenMail {
  readonly messageId: string;
  readonly to: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly at_ms: number;
}

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const hour_ms = 3_600_000;
const json = (statusCode: number, body: object, type?: string): Answer => ({
  statusCode,
  headers: { 'content-type': 'application/json', ...(type && { 'x-amzn-errortype': type }) },
  body: Buffer.from(JSON.stringify(body)),
});

function noAnswer(): Error {
  return Object.assign(new Error('the request timed out'), { name: 'TimeoutError' });
}

export class SimSes {
  readonly #mailer: ReturnType<typeof sesMailer>;
  readonly #kernel: Kernel;
  readonly #dealer: Dealer;
  readonly #random: Random;
  readonly #taken: (mail: TakenMail) => void;
  #quotaUsedUntil_ms = 0;
  #made = 0;
  #stall_ms = 0;

  /** @param taken told of each mail at the moment it is accepted */
  constructor(kernel: Kernel, dealer: Dealer, random: Random, log: Log, taken: (mail: TakenMail) => void) {
    this.#kernel = kernel;
    this.#dealer = dealer;
    this.#random = random.fork('ses');
    this.#taken = taken;
    process.env.AWS_REGION = 'us-east-1';
    process.env.AWS_ACCESS_KEY_ID = 'simulated';
    process.env.AWS_SECRET_ACCESS_KEY = 'simulated';
    const client = sesClient();
    const handler = {
      handle: (request: { body: Uint8Array }) => this.#handle(request),
      destroy() {},
      metadata: {},
    };
    client.config.requestHandler = handler as unknown as typeof client.config.requestHandler;
    this.#mailer = sesMailer({
      client,
      from: { name: 'Simulated', address: 'hello@shop.example.com' },
      configurationSets: { transactional: 'transactional', marketing: 'marketing' },
      log,
    });
  }

  /** @param stall_ms how long the caller freezes before the request leaves */
  send(mail: Mail, stall_ms: number): Promise<SendOutcome> {
    this.#stall_ms = stall_ms;
    return this.#mailer.send(mail);
  }

  /** While the request waits for its moment, the client's code is at rest. */
  async #handle(request: { body: Uint8Array }): Promise<{ response: Answer }> {
    const stall_ms = this.#stall_ms;
    this.#stall_ms = 0;
    this.#kernel.outside -= 1;
    await this.#kernel.gate(this.#random.int(20, 400) + stall_ms, 'SES request');
    const answer = this.#answer(JSON.parse(new TextDecoder().decode(request.body)));
    if (answer === undefined) await this.#kernel.gate(10_000, 'SES gives no answer');
    this.#kernel.outside += 1;
    if (answer === undefined) throw noAnswer();
    return { response: answer };
  }

  #answer(body: Body): Answer | undefined {
    const dealer = this.#dealer;
    if (dealer.strikes('ses-throttled')) {
      return json(429, { message: 'Maximum sending rate exceeded.' }, 'TooManyRequestsException');
    }
    if (dealer.strikes('ses-daily-quota')) {
      this.#quotaUsedUntil_ms =
        this.#kernel.now_ms + dealer.source('ses-daily-quota').int(hour_ms, 12 * hour_ms);
    }
    if (this.#kernel.now_ms < this.#quotaUsedUntil_ms) {
      return json(429, { message: 'Daily message quota exceeded.' }, 'TooManyRequestsException');
    }
    if (dealer.strikes('ses-rejected')) return json(400, { message: 'Illegal content' }, 'MessageRejected');
    if (dealer.strikes('ses-5xx')) return json(500, { message: 'internal' }, 'InternalServiceErrorException');
    const messageId = this.#take(body);
    if (dealer.strikes('ses-5xx-after-accept')) {
      return json(500, { message: 'internal' }, 'InternalServiceErrorException');
    }
    if (dealer.strikes('ses-accepted-then-timeout')) return undefined;
    return json(200, { MessageId: messageId });
  }

  #take(body: Body): string {
    const messageId = `m-${++this.#made}`;
    const pairs = (list: readonly { Name: string; Value: string }[]) =>
      Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]));
    this.#taken({
      messageId,
      to: body.Destination.ToAddresses[0] ?? '',
      tags: pairs(body.EmailTags),
      headers: pairs(body.Content.Simple.Headers),
      at_ms: this.#kernel.now_ms,
    });
    return messageId;
  }
}

interface Body {
  readonly Destination: { readonly ToAddresses: readonly string[] };
  readonly EmailTags: readonly { Name: string; Value: string }[];
  readonly Content: { readonly Simple: { readonly Headers: readonly { Name: string; Value: string }[] } };
}
