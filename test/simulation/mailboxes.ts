/** What follows from an accepted mail: SES's events about it, and what its reader does. */
import { Temporal } from 'temporal-polyfill';
import { sesEnvelope } from '../support/mail-service-events.ts';
import type { Dealer } from './faults.ts';
import type { Kernel } from './kernel.ts';
import type { Random } from './random.ts';
import { type Reaction, reactionTo } from './shopper.ts';
import type { TakenMail } from './sim-ses.ts';

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;

export class Mailboxes {
  /** Message ids of mails whose "Email Sent" never comes, nor anything else of them. */
  readonly untold = new Set<string>();
  /** True where SES is asked to report deliveries. */
  tellsDeliveries = false;
  /** Posts to a mail's link; true when it was answered with 200. */
  unsubscribe: (link: string) => Promise<boolean> = async () => false;
  /** Told when she has got that answer. */
  unsubscribed: (customer: string, address: string) => void = () => {};
  readonly #kernel: Kernel;
  readonly #dealer: Dealer;
  readonly #random: Random;
  readonly #tell: (body: string) => void;

  constructor(kernel: Kernel, dealer: Dealer, random: Random, tell: (body: string) => void) {
    this.#kernel = kernel;
    this.#dealer = dealer;
    this.#random = random.fork('readers');
    this.#tell = tell;
  }

  take(mail: TakenMail): void {
    const isUntold = this.#dealer.strikes('sent-event-missing');
    const reaction = this.#reactionTo(mail);
    if (isUntold) this.untold.add(mail.messageId);
    else this.#tellSent(mail);
    if (reaction)
      this.#kernel.after(reaction.after_ms, `${mail.messageId} ${reaction.do}`, () =>
        this.#react(mail, reaction),
      );
  }

  #tellSent(mail: TakenMail): void {
    const early = this.#dealer.strikes('sent-event-early');
    const delay_ms = early ? 0 : this.#random.int(1_000, 20 * minute_ms);
    this.#event(mail, 'Email Sent', delay_ms);
    const delivered_ms = delay_ms + this.#random.int(0, hour_ms);
    const delivery = { recipients: [mail.to] };
    if (this.tellsDeliveries) this.#event(mail, 'Email Delivered', delivered_ms, { delivery });
    if (!this.#dealer.strikes('sent-event-twice')) return;
    this.#event(mail, 'Email Sent', this.#dealer.source('sent-event-twice').int(0, 24 * hour_ms));
  }

  /** What comes of an untold mail says that it went: its reader must stay silent for it to be untold. */
  #reactionTo(mail: TakenMail): Reaction | undefined {
    const reaction = reactionTo(this.#random, {
      template: (mail.tags.template ?? '').replaceAll('__', '/'),
      kind: mail.tags.kind === 'marketing' ? 'marketing' : 'transactional',
      customer: customerOf(mail),
      listUnsubscribe: mail.headers['List-Unsubscribe'],
    });
    return reaction;
  }

  #react(mail: TakenMail, reaction: Reaction): void {
    const bounced = (bounceType: string) => ({
      bounce: { bounceType, bounceSubType: 'General', bouncedRecipients: [{ emailAddress: mail.to }] },
    });
    switch (reaction.do) {
      case 'unsubscribe':
        void this.#post(mail, 0);
        return;
      case 'hard-bounce':
        this.#heard(mail, 'Email Bounced', bounced('Permanent'));
        return;
      case 'soft-bounce':
        this.#heard(mail, 'Email Bounced', bounced('Transient'));
        return;
      case 'complaint':
        this.#heard(mail, 'Email Complaint Received', {
          complaint: { complainedRecipients: [{ emailAddress: mail.to }] },
        });
        return;
      default:
        this.#heard(mail, 'Email Clicked', {
          click: { link: 'https://shop.example.com/', userAgent: 'Mozilla/5.0', ipAddress: '192.0.2.1' },
        });
        return;
    }
  }

  #heard(mail: TakenMail, type: string, extra: object): void {
    this.untold.delete(mail.messageId);
    this.#event(mail, type, 0, extra);
  }

  /** Mail programs try again for a day when the answer is no 200. */
  async #post(mail: TakenMail, tries: number): Promise<void> {
    const link = /<(https:[^>]+)>/.exec(mail.headers['List-Unsubscribe'] ?? '')?.[1];
    if (link === undefined) return;
    if (await this.unsubscribe(link)) this.unsubscribed(customerOf(mail), mail.to);
    else if (tries < 24) {
      this.#kernel.after(
        hour_ms,
        `${mail.messageId} unsubscribe again`,
        () => void this.#post(mail, tries + 1),
      );
    }
  }

  #event(mail: TakenMail, type: string, delay_ms: number, extra: object = {}): void {
    const at = Temporal.Instant.fromEpochMilliseconds(mail.at_ms);
    const hard = JSON.stringify(extra).includes('Permanent') || type === 'Email Complaint Received';
    const simulated = { to: mail.to, hard };
    const envelope = { ...sesEnvelope(type, { ...mail, at }, extra), simulated };
    this.#kernel.after(delay_ms, `${mail.messageId} ${type}`, () => this.#tell(JSON.stringify(envelope)));
  }
}

function customerOf(mail: TakenMail): string {
  return Buffer.from(mail.tags.customer ?? '', 'base64url').toString('utf8');
}
