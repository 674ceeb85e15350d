/** The mails SES took, newest last, with what their tags tell of them. */
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

export class Mailbox {
  readonly #byId = new Map<string, StoredMail>();
  /** By the mail's `customer` tag: a base64url id. */
  readonly #byCustomer = new Map<string, StoredMail[]>();

  keep(mail: StoredMail): void {
    this.#byId.set(mail.id, mail);
    const tag = mail.tags.customer ?? '';
    const hers = this.#byCustomer.get(tag);
    if (hers) hers.push(mail);
    else this.#byCustomer.set(tag, [mail]);
  }

  /** Of one customer, in the order of their time. */
  ofCustomer(id: string): StoredMail[] {
    const hers = this.#byCustomer.get(Buffer.from(id, 'utf8').toString('base64url')) ?? [];
    return hers.toSorted((a, b) => a.at_ms - b.at_ms);
  }

  get(id: string): StoredMail | undefined {
    return this.#byId.get(id);
  }

  get count(): number {
    return this.#byId.size;
  }

  /** In the order of their time. */
  all(): StoredMail[] {
    return [...this.#byId.values()].sort((a, b) => a.at_ms - b.at_ms);
  }
}
