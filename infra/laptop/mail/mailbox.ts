/**
 * The mails SES took, with what their tags tell of them. The newest are in memory; of all others only where they lie on
 * disk, so that a play of a hundred thousand mails takes little more memory than one of a hundred.
 */
import { type DiskPlace, Spill } from '../spill.ts';

export interface MailDraft {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet: string | undefined;
}

export interface StoredMail extends MailDraft {
  readonly id: string;
  readonly at_ms: number;
}

/** All of a mail but what its reader reads. */
export type MailHead = Omit<StoredMail, 'html' | 'text'>;
type MailBody = Pick<StoredMail, 'html' | 'text'>;

/** A mail in memory, or where its head and body lie. */
type Entry = { readonly at_ms: number } & (
  | { readonly mail: StoredMail }
  | { readonly mail?: undefined; readonly head: DiskPlace; readonly body: DiskPlace }
);

/** So many of the newest are in memory. */
const mostInMemory = 100;

export class Mailbox {
  readonly #spill = new Spill();
  /** By number, in the order they were taken. */
  readonly #entries: Entry[] = [];
  readonly #numberOf = new Map<string, number>();
  /** Numbers, by the mail's `customer` tag: a base64url id. */
  readonly #byCustomer = new Map<string, number[]>();

  keep(mail: StoredMail): void {
    const number = this.#entries.length;
    this.#entries.push({ at_ms: mail.at_ms, mail });
    this.#numberOf.set(mail.id, number);
    const tag = mail.tags.customer ?? '';
    const hers = this.#byCustomer.get(tag);
    if (hers) hers.push(number);
    else this.#byCustomer.set(tag, [number]);
    if (number >= mostInMemory) this.#putOnDisk(number - mostInMemory);
  }

  /** Of one customer, in the order of their time. */
  ofCustomer(id: string): MailHead[] {
    const hers = this.#byCustomer.get(Buffer.from(id, 'utf8').toString('base64url')) ?? [];
    return this.#inOrder(hers).map((number) => this.#headOf(number));
  }

  get(id: string): StoredMail | undefined {
    const entry = this.#entries[this.#numberOf.get(id) ?? -1];
    if (!entry || entry.mail) return entry?.mail;
    return { ...this.#spill.read<MailHead>(entry.head), ...this.#spill.read<MailBody>(entry.body) };
  }

  get count(): number {
    return this.#entries.length;
  }

  /** In the order of their time. */
  all(): MailHead[] {
    return this.newest(this.count);
  }

  /** The last so many by their time, the oldest of them first. */
  newest(count: number): MailHead[] {
    const numbers = this.#inOrder(this.#entries.keys());
    return numbers.slice(Math.max(0, numbers.length - count)).map((number) => this.#headOf(number));
  }

  /** Forgets all, and gives the disk back. */
  close(): void {
    this.#entries.length = 0;
    this.#numberOf.clear();
    this.#byCustomer.clear();
    this.#spill.close();
  }

  #putOnDisk(number: number): void {
    const mail = this.#entries[number]?.mail;
    if (!mail) return;
    const { html, text, ...head } = mail;
    const body: MailBody = { html, text };
    this.#entries[number] = {
      at_ms: mail.at_ms,
      head: this.#spill.keep(head),
      body: this.#spill.keep(body),
    };
  }

  #headOf(number: number): MailHead {
    const entry = this.#entries[number] as Entry;
    return entry.mail ?? this.#spill.read<MailHead>(entry.head);
  }

  #inOrder(numbers: Iterable<number>): number[] {
    const at_ms = (number: number) => this.#entries[number]?.at_ms ?? 0;
    return [...numbers].sort((a, b) => at_ms(a) - at_ms(b));
  }
}
