/** What mailbox providers would hold against the sender of the settings, found before anything is deployed. */
import { getDomain } from 'tldts';
import type { Settings } from '../../../shared/settings/settings.ts';

type SenderSettings = Pick<
  Settings,
  'sender' | 'replyTo' | 'linkDomain' | 'mailFromDomain' | 'stage' | 'brand' | 'identity'
>;

/**
 * Mailboxes for people, whose domains are nobody's to sign for: their owners publish DMARC records by which mail of
 * others in their name is refused, and SES cannot verify them.
 */
const mailboxProviders: ReadonlySet<string> = new Set([
  ...[
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'outlook.jp',
    'hotmail.com',
    'hotmail.co.jp',
    'hotmail.co.uk',
  ],
  ...[
    'live.com',
    'live.jp',
    'msn.com',
    'yahoo.com',
    'yahoo.co.jp',
    'yahoo.co.uk',
    'ymail.com',
    'ymail.ne.jp',
  ],
  ...['ybb.ne.jp', 'aol.com', 'icloud.com', 'me.com', 'mac.com', 'docomo.ne.jp', 'au.com', 'ezweb.ne.jp'],
  ...['softbank.ne.jp', 'i.softbank.jp', 'vodafone.ne.jp', 'disney.ne.jp', 'rakumail.jp', 'ymobile.ne.jp'],
  ...[
    'uqmobile.jp',
    'nifty.com',
    'biglobe.ne.jp',
    'so-net.ne.jp',
    'ocn.ne.jp',
    'plala.or.jp',
    'excite.co.jp',
  ],
  ...[
    'gmx.de',
    'gmx.net',
    'gmx.com',
    'web.de',
    't-online.de',
    'mail.com',
    'mail.ru',
    'yandex.ru',
    'proton.me',
  ],
  ...[
    'protonmail.com',
    'zoho.com',
    'fastmail.com',
    'qq.com',
    '163.com',
    '126.com',
    'naver.com',
    'comcast.net',
  ],
]);

export const domainOf = (address: string): string => (address.split('@').at(-1) as string).toLowerCase();

/** The domain that somebody registered: `example.co.jp` of `shop.example.co.jp`; the host itself where there is none. */
const registered = (host: string): string => getDomain(host) ?? host;

const isMailboxProvider = (domain: string): boolean =>
  mailboxProviders.has(domain) || mailboxProviders.has(registered(domain));

/** The envelope's domain: that of the settings, or one of its own below the sender's. */
export function mailFromOf({ sender, mailFromDomain }: Pick<Settings, 'sender' | 'mailFromDomain'>): string {
  return mailFromDomain?.toLowerCase() ?? `bounces.${domainOf(sender)}`;
}

/** What makes mail of this sender sure to fail: one line for each, with the setting in front. */
export function senderFaults(settings: SenderSettings): string[] {
  const domain = domainOf(settings.sender);
  const faults: string[] = [];
  if (isMailboxProvider(domain)) {
    faults.push(
      `sender: ${domain} belongs to a mailbox provider, whose DMARC record has mail of others in its name refused; take an address of your own domain`,
    );
  }
  if (!mailFromOf(settings).endsWith(`.${domain}`)) {
    faults.push(
      `mailFromDomain: SES takes only a domain below that of the sender, such as bounces.${domain}`,
    );
  }
  return faults;
}

/** What makes mail of this sender look worse than it need: sentences, each under an id. */
export function senderWarnings(settings: SenderSettings): Readonly<Record<string, string>> {
  const { sender, replyTo, linkDomain, stage } = settings;
  const domain = domainOf(sender);
  const warnings: Record<string, string> = {};
  if (linkDomain !== undefined && registered(linkDomain) !== registered(domain)) {
    warnings['link-domain'] =
      `linkDomain ${linkDomain} is not of the sender's domain ${registered(domain)}: filters hold links that lead elsewhere against a mail.`;
  }
  if (linkDomain === undefined && stage === 'production') {
    warnings['link-domain'] =
      `Without linkDomain the links in mails lead to a name of AWS: give one below ${registered(domain)}.`;
  }
  if (replyTo === undefined && /^(no|do-?not)[-_.]?reply/i.test(sender)) {
    warnings['reply-to'] =
      'Nobody reads what is answered to the sender: give replyTo. Outlook asks for an address that takes replies.';
  }
  if (replyTo !== undefined && isMailboxProvider(domainOf(replyTo))) {
    warnings['reply-to'] =
      `replyTo ${domainOf(replyTo)} belongs to a mailbox provider: spam filters know that pattern. Take an address of your own domain.`;
  }
  return warnings;
}
