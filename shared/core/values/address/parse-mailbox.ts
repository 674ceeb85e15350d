/** A text as the mailbox that it is by the grammar of RFC 5322. */
import emailAddresses from 'email-addresses';

type Mailbox = Pick<emailAddresses.ParsedMailbox, 'local' | 'domain' | 'address'>;

const atoms = "[\\w!#$%&'*+/=?^`{|}~-]+(?:\\.[\\w!#$%&'*+/=?^`{|}~-]+)*";

/** What nearly all write: no quotes, comments or blanks (3.2.3), which needs no parser. */
const plain = new RegExp(`^(?<local>${atoms})@(?<domain>${atoms})$`);

/** Undefined for a group, for several, and for what is none. `inAnyScript`: letters beyond ASCII too (RFC 6532). */
export function parseMailbox(text: string, inAnyScript: boolean): Mailbox | undefined {
  const { local, domain } = plain.exec(text)?.groups ?? {};
  if (local !== undefined && domain !== undefined) return { local, domain, address: text };
  const parsed = emailAddresses.parseOneAddress({ input: text, rfc6532: inAnyScript });
  return parsed?.type === 'mailbox' ? parsed : undefined;
}
