/** What two spellings of one address have in common: the text that its key is made of, for ever. */

/** A domain in any script as DNS has it (RFC 5891), by the URL standard's reading of a host; undefined where it is none. */
export function asciiDomain(domain: string): string | undefined {
  // What else of ASCII may stand in a URL would end its host, or be read as something else.
  if (!/^[a-z0-9.\-\u0080-\u{10ffff}]+$/iu.test(domain)) return undefined;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return undefined;
  }
}

/** The address in lower case, its domain in punycode. One in ASCII is only trimmed and lowered, whatever it holds. */
export function addressKeyText(email: string): string {
  const text = email.trim();
  const domainAt = text.lastIndexOf('@') + 1;
  const name = text.slice(0, domainAt).replace(lowered, (letters) => letters.toLowerCase());
  const domain = text.slice(domainAt).toLowerCase();
  return name + (isAscii(domain) ? domain : (asciiDomain(domain) ?? domain));
}

/** All but the sign of the kelvin, the one letter beyond ASCII whose lower case is within: it makes no name another's. */
const lowered = /[^\u212a]+/g;

export function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

/** True for two spellings of one address. */
export function isSameAddress(one: string, other: string): boolean {
  return addressKeyText(one) === addressKeyText(other);
}
