import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { maxToken, openLink, signLink, verifyLink } from '../../../shared/service/rendering/link-token.ts';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';

const k1 = { id: 'k1', secret: 'first secret' };
const k2 = { id: 'k2', secret: 'second secret' };
const keys = { links: [k1] };
const claims = { purpose: 'unsubscribe', customer: 'c-1', locale: 'ja' } as const;

test('a signed token gives back its claims', () => {
  expect(verifyLink(keys, signLink(keys, claims), 'unsubscribe')).toEqual(claims);
});

test('a token stays valid after the keys were rotated, as long as its key is known', () => {
  const token = signLink(keys, claims);
  expect(verifyLink({ links: [k2, k1] }, token, 'unsubscribe')).toEqual(claims);
  expect(verifyLink({ links: [k2] }, token, 'unsubscribe')).toBeUndefined();
});

test('a token of one deployment opens nothing in another with other secrets', () => {
  const other = { links: [{ id: 'k1', secret: 'another secret' }] };
  expect(verifyLink(other, signLink(keys, claims), 'unsubscribe')).toBeUndefined();
});

test('a token for another purpose is refused', () => {
  const foreign = signLink(keys, { ...claims, purpose: 'preferences' as 'unsubscribe' });
  expect(verifyLink(keys, foreign, 'unsubscribe')).toBeUndefined();
});

test('a token with any one character changed is refused', () => {
  const token = signLink(keys, claims);
  for (let at = 0; at < token.length; at++) {
    const forged = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
    const read = verifyLink(keys, forged, 'unsubscribe');
    // The last character of 32 bytes in base64url holds two bits that mean nothing, but is compared as text.
    expect(read, `changed at ${at}`).toBeUndefined();
  }
});

test('claims of someone else under a genuine signature are refused', () => {
  const [, signature] = signLink(keys, claims).split('.');
  const [body] = signLink(keys, { ...claims, customer: 'c-2' }).split('.');
  expect(verifyLink(keys, `${body}.${signature}`, 'unsubscribe')).toBeUndefined();
});

test.each(['', '.', 'a.b', 'a.b.c', '%', '{}', 'bnVsbA.AAAA', 'W10.AAAA', 'x'.repeat(100_000)])(
  'rubbish number %# is refused without an error',
  (token) => {
    expect(verifyLink(keys, token, 'unsubscribe')).toBeUndefined();
  },
);

test('a token of the longest and strangest id is bounded and still opens', () => {
  for (const customer of ['\u0001'.repeat(128), '繋'.repeat(128), '"\\'.repeat(64)]) {
    const token = signLink(keys, { ...claims, customer });
    expect(token.length).toBeLessThanOrEqual(maxToken);
    expect(token).toMatch(/^[A-Za-z0-9_.-]+$/);
    expect(verifyLink(keys, token, 'unsubscribe')?.customer).toBe(customer);
  }
});

test('a link ends at its time and says so; an unsubscribe link never does', () => {
  const expiresAt = Temporal.Instant.from('2026-03-01T00:00:00Z');
  const before = expiresAt.subtract({ seconds: 1 });
  const token = signLink(keys, { ...claims, purpose: 'confirm', expiresAt });
  expect(openLink(keys, token, 'confirm', before)).toMatchObject({ is: 'good', claims: { customer: 'c-1' } });
  expect(openLink(keys, token, 'confirm', expiresAt)).toEqual({ is: 'expired', locale: 'ja' });
  expect(openLink(keys, token, 'preferences', expiresAt)).toEqual({ is: 'wrong' });
  expect(verifyLink(keys, token, 'confirm')).toBeUndefined();
  const optOut = signLink(keys, { ...claims, expiresAt });
  expect(openLink(keys, optOut, 'unsubscribe', expiresAt.add({ hours: 24 * 3650 })).is).toBe('good');
});

test('what a link is about comes back with it', () => {
  const token = signLink(keys, { ...claims, purpose: 'booking', about: 'b-7' });
  expect(openLink(keys, token, 'booking', Temporal.Instant.from('2026-03-01T00:00:00Z'))).toMatchObject({
    claims: { about: 'b-7' },
  });
});

test('signing without a key says what to do', () => {
  expect(() => signLink({ links: [] }, claims)).toThrow(/put "k1" into the secret/);
});

test('an address has one key however it is written, and another under another secret', () => {
  const key = addressHash({ address: 's' }, ' Hana@Example.COM ');
  expect(key).toBe(addressHash({ address: 's' }, 'hana@example.com'));
  expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(addressHash({ address: 't' }, 'hana@example.com')).not.toBe(key);
  expect(addressHash({ address: 's' }, 'hana@example.co')).not.toBe(key);
});
