/** A queue and its event source as SQS and Lambda have them: at least once, visibility, receives, dead letters. */
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import type { Dealer } from './faults.ts';
import type { Kernel } from './kernel.ts';
import type { Random } from './random.ts';

interface Letter {
  readonly id: string;
  readonly body: string;
  receives: number;
  /** Raised at each hand-over: an older one's timeout no longer speaks for the letter. */
  turn: number;
  gone: boolean;
  /** Calls off the end of its invisibility. */
  stay: () => void;
}

export interface SimQueueOptions {
  readonly name: string;
  readonly batchSize: number;
  /** How many invocations at once. */
  readonly concurrency: number;
  readonly visibility_s: number;
  readonly maxReceives: number;
  /** Runs one invocation; resolves when it has ended, rejects never. Undefined: it died. */
  readonly invoke: (records: SQSRecord[]) => Promise<SQSBatchResponse | undefined>;
}

export class SimQueue {
  readonly dead: { readonly body: string; readonly reason: string }[] = [];
  /** Told of each message that is handled by two at once: what the one leaves undone nobody repeats, if the other is done. */
  twinned: (body: string) => void = () => {};
  readonly #options: SimQueueOptions;
  readonly #kernel: Kernel;
  readonly #dealer: Dealer;
  readonly #random: Random;
  #visible: Letter[] = [];
  #running = 0;
  #made = 0;
  /** All that are not done with. */
  readonly #held = new Set<Letter>();

  constructor(options: SimQueueOptions, kernel: Kernel, dealer: Dealer, random: Random) {
    this.#options = options;
    this.#kernel = kernel;
    this.#dealer = dealer;
    this.#random = random.fork(`queue ${options.name}`);
  }

  /** Messages that wait or are being handled. */
  get size(): number {
    return this.#held.size;
  }

  get waiting(): number {
    return this.#visible.length;
  }

  /** Whether a message about the customer is anywhere in here, a dead letter counted. */
  speaksOf(customer: string): boolean {
    const quoted = JSON.stringify(customer);
    const isAbout = ({ body }: { readonly body: string }) => body.includes(quoted);
    return this.dead.some(isAbout) || [...this.#held].some(isAbout);
  }

  put(body: string, delay_ms = 0): void {
    const letter: Letter = {
      id: `${this.#options.name}-${++this.#made}`,
      body,
      receives: 0,
      turn: 0,
      gone: false,
      stay: () => {},
    };
    this.#held.add(letter);
    this.#show(letter, delay_ms);
  }

  bury(body: string, reason: string): void {
    this.dead.push({ body, reason });
  }

  /** What an operator does with dead letters once the cause is gone. */
  redrive(): void {
    for (const { body } of this.dead.splice(0)) this.put(body);
  }

  #show(letter: Letter, delay_ms: number): void {
    this.#kernel.after(delay_ms, `${letter.id} visible`, () => {
      if (letter.gone) return;
      this.#visible.push(letter);
      this.#kernel.after(this.#random.int(0, 200), `${this.#options.name} polls`, () => this.#poll());
    });
  }

  #poll(): void {
    const { batchSize, concurrency, name } = this.#options;
    if (this.#running >= concurrency || this.#visible.length === 0) return;
    const batch = this.#visible
      .splice(0, this.#random.int(1, batchSize))
      .filter((letter) => this.#receive(letter));
    if (this.#visible.length > 0) this.#kernel.after(1, `${name} polls`, () => this.#poll());
    if (batch.length > 0) void this.#invoke(batch);
  }

  /** False where it has been received too often: then it is a dead letter. */
  #receive(letter: Letter): boolean {
    if (letter.gone) return false;
    letter.receives += 1;
    if (letter.receives > this.#options.maxReceives) {
      this.#done(letter);
      this.bury(letter.body, 'too many receives');
      return false;
    }
    letter.turn += 1;
    this.#hide(letter);
    return true;
  }

  #done(letter: Letter): void {
    letter.gone = true;
    letter.stay();
    this.#held.delete(letter);
  }

  #hide(letter: Letter): void {
    const { turn } = letter;
    let { visibility_s } = this.#options;
    if (this.#dealer.strikes('message-twice-at-once')) {
      visibility_s = 0;
      this.twinned(letter.body);
    }
    letter.stay = this.#kernel.after(
      visibility_s * 1000 + this.#random.int(1, 500),
      `${letter.id} timeout`,
      () => {
        if (!letter.gone && letter.turn === turn) this.#show(letter, 0);
      },
    );
  }

  async #invoke(batch: readonly Letter[]): Promise<void> {
    this.#running += 1;
    const answer = await this.#options.invoke(batch.map((letter) => this.#record(letter)));
    this.#running -= 1;
    this.#kernel.after(1, `${this.#options.name} polls`, () => this.#poll());
    if (answer === undefined) return;
    const failed = new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    for (const letter of batch) {
      if (failed.has(letter.id)) continue;
      this.#done(letter);
      if (this.#dealer.strikes('message-twice'))
        this.put(letter.body, this.#dealer.source('message-twice').int(0, 600_000));
    }
  }

  #record(letter: Letter): SQSRecord {
    const attributes = { ApproximateReceiveCount: String(letter.receives) };
    return {
      messageId: letter.id,
      body: letter.body,
      receiptHandle: letter.id,
      attributes,
      messageAttributes: {},
    } as unknown as SQSRecord;
  }
}
