/** The normal form of a mailbox: one for all the ways of writing an address that end in it. For bounds alone, never for who somebody is. */

/** Domains of one provider under which a mailbox has the same name. */
const sameDomain: Readonly<Record<string, string>> = {
  'googlemail.com': 'gmail.com',
  'me.com': 'icloud.com',
  'mac.com': 'icloud.com',
};

/** Where dots in the name count for nothing. */
const withoutDots: ReadonlySet<string> = new Set(['gmail.com']);

/**
 * In lower case, under the provider's first domain, without what follows a "+" (read so by nearly all providers), and
 * for Gmail without dots. Two readers whose provider tells them apart may share it: that costs them a bound, no more.
 */
export function mailboxForm(email: string): string {
  const address = email.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const given = address.slice(at + 1);
  const domain = sameDomain[given] ?? given;
  const name = address.slice(0, at).replace(/(?<=.)\+.*$/, '');
  return `${withoutDots.has(domain) ? name.replaceAll('.', '') : name}@${domain}`;
}
