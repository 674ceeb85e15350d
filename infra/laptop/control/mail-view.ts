/** A mail as the control lists it: what its tags tell, in the product's words. */

import { taggedCustomerOf, templateOf } from '../mail/mail-tags.ts';
import type { MailHead } from '../mail/mailbox.ts';
import { instantText } from './instant-text.ts';

/** One line of `GET /_local/mails`; what the tags do not tell is null. `at` is ISO 8601, in the cloud's time. */
export interface MailView {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly template: string | null;
  readonly scenario: string | null;
  readonly step: string | null;
  readonly kind: string | null;
  readonly customer: string | null;
  readonly touchpoint: string | null;
  readonly enrolment: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly at: string;
}

export function mailView(mail: MailHead): MailView {
  const { tags } = mail;
  return {
    id: mail.id,
    to: mail.to.join(', '),
    subject: mail.subject,
    template: tags.template === undefined ? null : templateOf(tags.template),
    scenario: tags.scenario ?? null,
    step: tags.step ?? null,
    kind: tags.kind ?? null,
    customer: tags.customer === undefined ? null : taggedCustomerOf(tags.customer),
    touchpoint: tags.touchpoint ?? null,
    enrolment: tags.enrolment ?? null,
    headers: mail.headers,
    at: instantText(mail.at_ms),
  };
}
