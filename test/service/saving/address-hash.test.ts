import { expect, test } from 'vitest';
import { addressHash } from '../../../shared/service/saving/address-hash.ts';

const keys = { address: 'k' };

/** From `printf %s hana@example.com | openssl dgst -sha256 -hmac k -binary | basenc --base64url`. */
test('the hash of an address is the one it has had since the first release', () => {
  const hash = 'tukssJZi1aDWWr-ElPUT2dqUT3_8YMePE_KuSczLdgk';
  expect(addressHash(keys, ' Hana@Example.com ')).toBe(hash);
  expect(addressHash(keys, 'hana@example.com')).toBe(hash);
});

test('what leads to one mailbox has one hash, in whatever script its domain is written', () => {
  expect(addressHash(keys, 'Hana@日本語.jp')).toBe(addressHash(keys, 'hana@xn--wgv71a119e.jp'));
});
