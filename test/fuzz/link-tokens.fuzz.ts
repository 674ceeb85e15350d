/** Tokens of public links: a genuine one opens what it is for, and nothing else opens anything. */
import fc from 'fast-check';
import { type LinkClaims, maxToken, signLink, verifyLink } from '../../shared/service/link-token.ts';
import { hostileText } from './hostile.ts';
import { must, type Taken, target } from './target.ts';

const keys = { links: [{ id: 'k1', secret: 'the secret of links' }] };
const rotated = { links: [{ id: 'k2', secret: 'a newer secret' }, ...keys.links] };
const strangers = { links: [{ id: 'k1', secret: 'another secret' }] };
const purpose = 'unsubscribe';
const otherPurpose = 'preferences' as typeof purpose;

const customer = fc.oneof(
  fc.constantFrom('c-1', '客'.repeat(128), '\u0001'.repeat(128)),
  hostileText.map((text) => text.slice(0, 128) || 'c'),
);
const claims: fc.Arbitrary<LinkClaims> = fc.record({
  purpose: fc.constant(purpose),
  customer,
  locale: fc.constantFrom('ja', 'en', undefined),
});

interface Tampering {
  readonly kind: 'flip' | 'cut' | 'insert' | 'swap' | 'unsigned' | 'none';
  readonly at: number;
  readonly text: string;
}

const tampering: fc.Arbitrary<Tampering> = fc.record({
  kind: fc.constantFrom('flip', 'flip', 'cut', 'insert', 'swap', 'unsigned', 'none'),
  at: fc.nat(3000),
  text: fc.oneof(hostileText, fc.base64String({ maxLength: 20 }), fc.constant('x'.repeat(100_000))),
});

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function tampered(token: string, other: string, { kind, at, text }: Tampering): string {
  const place = at % token.length;
  const [body = '', signature = ''] = token.split('.');
  switch (kind) {
    case 'flip':
      return `${token.slice(0, place)}${alphabet[at % 64]}${token.slice(place + 1)}`;
    case 'cut':
      return token.slice(0, place);
    case 'insert':
      return `${token.slice(0, place)}${text}${token.slice(place)}`;
    case 'swap':
      return at % 2 === 0 ? `${other.split('.')[0]}.${signature}` : `${body}.${other.split('.')[1]}`;
    case 'unsigned':
      return at % 3 === 0 ? text : `${Buffer.from(text).toString('base64url')}.${signature}`;
    case 'none':
      return token;
  }
}

function check([mine, other, change]: [LinkClaims, LinkClaims, Tampering]): Taken {
  const token = signLink(keys, mine);
  must(token.length <= maxToken && /^[A-Za-z0-9_.-]+$/.test(token), 'a token is no short piece of a path');
  for (const known of [keys, rotated]) {
    const opened = verifyLink(known, token, purpose);
    must(
      opened?.customer === mine.customer && opened.locale === mine.locale && opened.purpose === purpose,
      'a genuine token does not open what it was made for',
    );
  }
  must(verifyLink(strangers, token, purpose) === undefined, 'a token opens under keys of others');
  must(verifyLink({ links: [] }, token, purpose) === undefined, 'a token opens without a key');
  must(verifyLink(keys, token, otherPurpose) === undefined, 'a token opens what it is not for');
  const foreign = signLink(keys, { ...mine, purpose: otherPurpose });
  must(verifyLink(keys, foreign, purpose) === undefined, 'a token of another purpose opens this');
  const changed = tampered(token, signLink(keys, other), change);
  const read = verifyLink(keys, changed, purpose);
  must(changed === token || read === undefined || sameAs(read, other, changed), 'a tampered token opens');
  return read ? 'accepted' : 'refused';
}

/** Swapping both halves of two tokens that are the same, or all but the signature, is no tampering. */
function sameAs(read: LinkClaims, other: LinkClaims, token: string): boolean {
  return read.customer === other.customer && token === signLink(keys, other);
}

export const linkTokens = target('link-tokens', fc.tuple(claims, claims, tampering), check);
