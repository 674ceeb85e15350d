/** What a mail calls the customer: a name is told by forms, imports and other programs, and each spoils it in its way. */
import type { Profile } from '../../core/record/customer.ts';
import type { Locale } from './choose-locale.ts';
import { oneLine } from './one-line.ts';

/** The name in the order of the language; empty where none is known, or where it is an advertisement of its own. */
export function customerName(profile: Profile, locale: Locale): string {
  const { familyName, givenName } = profile;
  const parts = locale === 'ja' ? [familyName, givenName] : [givenName, familyName];
  const told = meant(profile.name) || parts.map(meant).filter(Boolean).join(' ');
  const name = apart(withoutHonorific(oneLine(told, 60)));
  return looksLikeAddress.test(name) ? '' : name;
}

export function greetingName(name: string, locale: Locale): string {
  if (locale === 'ja') return name ? `${name} 様` : 'お客様';
  return name || 'there';
}

/** What programs write where they know nothing. As they write it: there are people by the name of Null. */
const nothing = new Set(['null', 'NULL', '(null)', 'undefined', 'NaN', 'None', 'nil', 'N/A', 'n/a', '-']);

function meant(told: string | undefined): string {
  const words = (told ?? '').replaceAll('[object Object]', ' ').split(/\s+/);
  return words
    .filter((word) => !nothing.has(word))
    .join(' ')
    .trim();
}

/** The greeting says 様 itself. */
function withoutHonorific(name: string): string {
  const bare = name.replace(/(?:\s*(?:様|さま)|\s+(?:さん|殿))+$/u, '');
  return bare === 'お客' ? '' : bare;
}

const title = /(?<!\p{L})(dr|mr|mrs|ms|mx|st|md|sr|jr|fr|rev|prof|sra|hon|capt)([.．])(?=\p{L})/giu;
const beforeName = /(?<=\p{L})([.．。｡])(?=\p{Lu}\p{Ll}|\p{Lo})/gu;

/** A blank after the dot of a title or an initial: so it is written, and so no mail program makes a link of it. */
const apart = (name: string): string => name.replaceAll(title, '$1$2 ').replaceAll(beforeName, '$1 ');

/** What a mail program may make a link of: a scheme, or a dot with letters close on both sides, full-width ones too. */
const looksLikeAddress = /:\/\/|\bwww\.|[\p{L}\d-][.．。｡][\p{L}\d-]{2,}/iu;
