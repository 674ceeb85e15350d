/** Tokens of public links: a genuine one opens what it is for, and nothing else opens anything. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  type LinkClaims,
  maxToken,
  openLink,
  signLink,
  verifyLink,
} from '../../shared/service/rendering/link-token.ts';
import { hostileText } from './hostile.ts';
import { must, type Taken, target } from './target.ts';

const keys = { links: [{ id: 'k1', secret: 'the secret of links' }] };
const rotated = { links: [{ id: 'k2', secret: 'a newer secret' }, ...keys.links] };
const strangers = { links: [{ id: 'k1', secret: 'another secret' }] };
const purpose = 'unsubscribe';
const purposes = ['unsubscribe', 'preferences', 'survey', 'booking', 'confirm', 'referral'] as const;
const now = Temporal.Instant.from('2026-11-22T00:31:00Z');

const customer = fc.oneof(
  fc.constantFrom('c-1', '客'.repeat(128), '\u0001'.repeat(128)),
  hostileText.map((text) => text.slice(0, 128) || 'c'),
);
const claims: fc.Arbitrary<LinkClaims> = fc.record({
  purpose: fc.constant(purpose),
  customer,
  locale: fc.constantFrom('ja', 'en', undefined),
  about: fc.option(customer, { nil: undefined }),
  expiresAt: fc.option(
    fc.integer({ min: -86_400, max: 86_400 }).map((seconds) => now.add({ seconds })),
    { nil: undefined },
  ),
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
  for (const other of purposes.filter((one) => one !== purpose)) mustKeepApart(mine, token, other);
  const changed = tampered(token, signLink(keys, other), change);
  const read = verifyLink(keys, changed, purpose);
  must(changed === token || read === undefined || sameAs(read, other, changed), 'a tampered token opens');
  return read ? 'accepted' : 'refused';
}

/** A token of one purpose opens no other; but for the unsubscribe link, each ends at its time and not before. */
function mustKeepApart(mine: LinkClaims, token: string, other: (typeof purposes)[number]): void {
  must(openLink(keys, token, other, now).is === 'wrong', 'a token opens what it is not for');
  const foreign = signLink(keys, { ...mine, purpose: other });
  must(foreign.length <= maxToken, 'a token is too long for itself');
  must(openLink(keys, foreign, purpose, now).is === 'wrong', 'a token of another purpose opens this');
  const over = mine.expiresAt !== undefined && mine.expiresAt.epochMilliseconds <= now.epochMilliseconds;
  const opened = openLink(keys, foreign, other, now);
  must(opened.is === (over ? 'expired' : 'good'), `a token is ${opened.is} at the wrong time`);
  must(opened.is !== 'good' || opened.claims.about === mine.about, 'a token forgot what it is about');
}

/** Swapping both halves of two tokens that are the same, or all but the signature, is no tampering. */
function sameAs(read: LinkClaims, other: LinkClaims, token: string): boolean {
  return read.customer === other.customer && token === signLink(keys, other);
}

export const linkTokens = target('link-tokens', fc.tuple(claims, claims, tampering), check);
