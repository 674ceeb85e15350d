/** Mail addresses as people and systems write them, read by the grammar of RFC 5322, and kept to what RFC 5321 has mailed. */
import * as z from 'zod/mini';
import { onFirstUse } from '../on-first-use.ts';
import { asciiDomain, isAscii } from './address-key.ts';
import { parseMailbox } from './parse-mailbox.ts';

/** RFC 5321, 4.5.3.1, and the path's 256 without its brackets. */
const longestLocalPart = 64;
const longestAddress = 254;
/** With a name before it. */
const longestText = 320;
/** Each of them opens what the parser looks for the end of: nobody writes so many, and a hundred would keep it busy. */
const opening = /[(<"[\\]/g;
const mostOpenings = 8;

/** RFC 2047, 2: in an address there may be none (5), for some readers of headers would take it for another address. */
const encodedWord = /=\?[^?]+\?[bq]\?[^?]*\?=/i;

/** Labels of letters, digits and hyphens (RFC 1123, 2.1). */
const hostName = onFirstUse(() => z.hostname());

/** A top level of letters, in any script (RFC 3696, 2): no number, so no IP address. */
const topLevel = /\.(?:[a-z]{2,}|xn--[a-z0-9-]+)$/i;

/**
 * The one address that the text means, its domain in punycode: of `Name <a@b.jp>`, `mailto:a@b.jp` and full-width letters
 * too. Undefined where no mail service takes it, as with `a..b@` and `a.@`, which Japanese carriers once issued.
 */
export function readMailAddress(text: string): string | undefined {
  const written = withoutScheme(inNarrowLetters(text).trim());
  if (!isShortLine(written) || !written.includes('@')) return undefined;
  const parsed = parseMailbox(written, true);
  // What stands there with quotes, blanks or comments inside is not mailed as it reads without them.
  if (!parsed || !written.includes(parsed.address)) return undefined;
  const domain = isAscii(parsed.domain) ? parsed.domain : asciiDomain(parsed.domain);
  if (domain === undefined || !topLevel.test(domain)) return undefined;
  if (!hostName().safeParse(domain).success) return undefined;
  const address = `${parsed.local}@${domain}`;
  if (encodedWord.test(address)) return undefined;
  if (parsed.local.length > longestLocalPart || address.length > longestAddress) return undefined;
  // The mail service takes no other letters before the @.
  return parseMailbox(address, false)?.address === address ? address : undefined;
}

/** The address as it is mailed; what cannot be mailed as it was told. */
export function mailedAs(told: string): string {
  const kept = told.trim().slice(0, longestText).toWellFormed();
  return readMailAddress(kept) ?? kept;
}

function isShortLine(text: string): boolean {
  if (text.length > longestText || /\p{Cc}/u.test(text)) return false;
  return (text.match(opening)?.length ?? 0) <= mostOpenings;
}

/** Full-width forms of ASCII (U+FF01 to U+FF5E) and the blank that goes with them, as a Japanese keyboard writes them. */
function inNarrowLetters(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (wide) => wide.normalize('NFKC'));
}

/** RFC 6068; what else such a link asks for is nothing to us. */
function withoutScheme(text: string): string {
  if (!/^mailto:/i.test(text) || /\p{Cc}/u.test(text)) return text;
  try {
    return decodeURIComponent(new URL(text).pathname);
  } catch {
    return text;
  }
}
